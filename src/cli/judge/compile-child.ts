import { compile, type Compiled } from '#judge/compile/compile.ts';

/* A process that compiles one program after the other. A program is a message, and so is what it became. */

process.on('disconnect', () => process.exit());
process.on('message', (source: string) => {
  process.send?.(attempt(source));
});

/** `null` where the compiler itself fails: it nests no deeper than its stack. */
function attempt(source: string): Compiled | null {
  try {
    return compile(source);
  } catch {
    return null;
  }
}
