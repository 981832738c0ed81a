import { compile, type Compiled } from '#judge/compile/compile.ts';

/* A process that compiles one program after the other. A program is a message, and so is what it became. */

process.on('disconnect', () => process.exit());
process.on('message', (source: string) => {
  process.send?.(attempt(source));
});

/** Nobody reads more; a file that is no program at all has one for each character. */
const MAX_ERRORS = 1_000;

/** `null` where the compiler itself fails: it nests no deeper than its stack. */
function attempt(source: string): Compiled | null {
  try {
    const { js, errors } = compile(source);
    return { js, errors: errors.slice(0, MAX_ERRORS) };
  } catch {
    return null;
  }
}
