import { wrap, type Remote } from 'comlink';
import { tcpTypes } from 'virtual:tcp-types';
import { COMPILE_OPTIONS } from '#judge/compile-options.ts';
import { CHECK_ONLY, type CheckerApi } from './checker-api.ts';
import { startTypeScript } from './start.ts';

/** A running TypeScript, with our options and the types of `'tcp'`. */
export type Checker = Remote<CheckerApi>;

/** Starts TypeScript. Rejects if its worker cannot be started. */
export async function startChecker(): Promise<Checker> {
  const worker = startTypeScript();
  worker.postMessage(CHECK_ONLY);
  const checker = wrap<CheckerApi>(worker);
  const failed = new Promise<never>((_, reject) => {
    worker.onerror = () => {
      worker.terminate();
      reject(new Error('The type checker could not be started.'));
    };
  });
  await Promise.race([checker.open(COMPILE_OPTIONS, tcpTypes), failed]);
  return checker;
}
