import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SandboxError, type SandboxFactory } from '../sandbox.ts';
import { bundle } from '../bundle.ts';
import { dialogue } from './dialogue.ts';

const REALM = new URL('./realm.ts', import.meta.url);
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const MEMORY_MB = 128;

let script: Promise<string> | null = null;

/**
 * Sandboxes for files of our own, as fast as a browser: a process each, with one context of
 * `node:vm` in it, which Node itself does not call a wall against hostile code. What strangers wrote
 * belongs into `closedSandboxes`. A process and not a thread, because a thread that runs out of
 * memory may take its process along.
 */
export const nodeSandboxes: SandboxFactory = {
  async open(onTrail) {
    script ??= bundle(REALM).then(({ code }) => code);
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${MEMORY_MB}`, '--stack-size=900', '--no-warnings', CHILD],
      { env: {}, stdio: ['ignore', 'pipe', 'ignore', 'ipc'] },
    );
    child.send(await script, () => undefined);
    await isReady(child);
    const { sandbox, take, ended } = dialogue(
      {
        send: (text) => child.send(text, () => undefined),
        end: () => child.kill('SIGKILL'),
      },
      onTrail,
    );
    if (child.stdout) createInterface({ input: child.stdout }).on('line', take);
    child.on('error', (error) => ended(new SandboxError('threw', error.message)));
    child.on('exit', (_code, signal) => {
      // Node aborts when its heap is full; nothing else in there can.
      const isMemory = signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGILL';
      ended(new SandboxError(isMemory ? 'out of memory' : 'closed', 'the sandbox has ended'));
    });
    return sandbox;
  },
};

/** The realm is filled; nothing of the learner's has run yet. */
function isReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`a sandbox ended with status ${code} at its start`)),
    );
  });
}
