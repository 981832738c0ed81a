import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { bundle } from '../bundle.ts';
import { dialogue } from '../node/dialogue.ts';
import { SandboxError, type SandboxFactory } from '../sandbox.ts';
import { EXIT, THREAD_STACK_MB } from './limits.ts';
import type { ThreadData } from './thread.ts';

const REALM = new URL('./realm.ts', import.meta.url);
const THREAD = new URL('./thread.ts', import.meta.url);
const WASM = '@jitl/quickjs-wasmfile-release-sync/wasm';

let made: Promise<ThreadData> | null = null;

/**
 * Closed sandboxes for what strangers wrote: QuickJS, compiled to WebAssembly, in a thread each. The
 * realm has no file, network, environment or process to reach, and no way to one: only text goes in
 * and out. Its memory is bounded by the engine's; whatever it does, it can be ended from outside.
 *
 * What a program can notice beside a browser: `localeCompare` goes by code points; the words of errors
 * and stacks are other ones; a negative BigInt held against a negative fraction with `<` or `>` may
 * come out wrong; all is slower.
 */
export const closedSandboxes: SandboxFactory = {
  async open(onTrail) {
    made ??= makeOnce();
    const thread = new Worker(THREAD, {
      workerData: await made,
      env: {},
      execArgv: ['--no-warnings'],
      resourceLimits: { stackSizeMb: THREAD_STACK_MB },
    });
    await isReady(thread);
    const { sandbox, take, ended } = dialogue(
      { send: (text) => thread.postMessage(text), end: () => void thread.terminate() },
      onTrail,
    );
    thread.on('message', take);
    thread.on('error', (error) => ended(new SandboxError('threw', String(error))));
    thread.on('exit', (code) => ended(endOf(code)));
    return sandbox;
  },
};

/** The engine and its script, the same for all sandboxes of this process. */
async function makeOnce(): Promise<ThreadData> {
  const wasm = await readFile(createRequire(import.meta.url).resolve(WASM));
  const [engine, { code }] = await Promise.all([WebAssembly.compile(wasm), bundle(REALM)]);
  return { engine, script: code };
}

/** The realm is filled; nothing of the learner's has run yet. */
function isReady(thread: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.once('message', () => resolve());
    thread.once('error', reject);
    thread.once('exit', (code) =>
      reject(new Error(`a sandbox ended with status ${code} at its start`)),
    );
  });
}

function endOf(code: number): SandboxError {
  switch (code) {
    case EXIT.memory:
      return new SandboxError('out of memory', 'the program needed too much memory');
    case EXIT.trap:
      return new SandboxError('threw', 'RangeError: Maximum call stack size exceeded');
    default:
      return new SandboxError('closed', 'the sandbox has ended');
  }
}
