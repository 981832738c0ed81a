import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Compiled } from '#judge/compile/compile.ts';

const CHILD = fileURLToPath(new URL('./compile-child.ts', import.meta.url));

/** A plank is compiled in less than a second; types can be written that take for ever. */
const LONGEST_MS = 30_000;
const MEMORY_MB = 1_024;

/** The compile step of all planks, in a process of its own: a program cannot take us down with it. */
export interface Compiler {
  compile(source: string): Promise<Compiled>;
  close(): void;
}

/** Starts at once, and anew after a program that the compiler did not survive. */
export function openCompiler(): Compiler {
  const start = () =>
    fork(CHILD, {
      execArgv: [`--max-old-space-size=${MEMORY_MB}`, '--no-warnings'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  let child: ChildProcess | null = start();
  const close = () => {
    child?.kill('SIGKILL');
    child = null;
  };

  return {
    close,
    async compile(source) {
      child ??= start();
      const compiled = await ask(child, source);
      if (compiled !== null) return compiled;
      close();
      const message =
        'the compiler cannot cope with this program: it takes too much time or memory';
      return { js: '', errors: [{ line: 1, column: 1, message }] };
    },
  };
}

/** `null` if no answer comes. */
function ask(child: ChildProcess, source: string): Promise<Compiled | null> {
  return new Promise((resolve) => {
    const answer = (compiled: Compiled | null) => {
      clearTimeout(timer);
      child.off('message', hear);
      child.off('exit', end);
      resolve(compiled);
    };
    const hear = (message: unknown) => answer(message as Compiled | null);
    const end = () => answer(null);
    const timer = setTimeout(end, LONGEST_MS);
    child.once('message', hear);
    child.once('exit', end);
    child.send(source, (error) => error && end());
  });
}
