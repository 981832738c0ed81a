import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bundle } from '../bundle.ts';
import { SandboxError, type Sandbox, type Trail } from '../sandbox.ts';
import { dialogue, type Dialogue } from './dialogue.ts';

const REALM = new URL('./realm.ts', import.meta.url);
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const MEMORY_MB = 128;

/** A new realm in a running process is there at once, unless something in it does not come to an end, ms. */
const PATIENCE = 20_000;

let script: Promise<string> | null = null;

/** A process in which one realm at a time is open. */
export interface RealmProcess {
  /**
   * Opens a realm in place of the former one. `onClose` hears when its sandbox is closed, and whether
   * it still owed an answer: then the process may be in a loop.
   * @throws Error if the process has ended, or does not answer
   */
  open(onTrail: OnTrail | undefined, onClose: (isBusy: boolean) => void): Promise<Sandbox>;
  /** Ends the process at once, whatever it is doing. */
  end(): void;
}

type OnTrail = (at: Trail) => void;

/** Starts a process for realms (`child.ts`). */
export async function startRealmProcess(): Promise<RealmProcess> {
  script ??= bundle(REALM).then(({ code }) => code);
  const code = await script;
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${MEMORY_MB}`, '--stack-size=900', '--no-warnings', CHILD],
    { env: {}, stdio: ['ignore', 'pipe', 'ignore', 'ipc'] },
  );
  const tell = (message: string | readonly string[]) => child.send(message, () => undefined);
  let current: Dialogue | null = null;
  let hear = (_line: string): void => undefined;
  if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => hear(line));
  child.on('error', (error) => current?.ended(new SandboxError('threw', error.message)));
  child.on('exit', (_code, signal) => {
    // Node aborts when its heap is full; nothing else in there can.
    const isMemory = signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGILL';
    const fault = isMemory ? 'out of memory' : 'closed';
    current?.ended(new SandboxError(fault, 'the sandbox has ended'));
  });

  return {
    async open(onTrail, onClose) {
      current = null;
      const ready = isReady(child, (heard) => (hear = heard));
      tell([code]);
      await ready;
      current = dialogue({ send: tell, end: onClose }, onTrail);
      hear = current.take;
      return current.sandbox;
    },
    end: () => child.kill('SIGKILL'),
  };
}

/** The realm is filled; nothing of the learner's has run yet. */
function isReady(
  child: ChildProcess,
  onLine: (hear: (line: string) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      settle();
      reject(error);
    };
    const onExit = (status: number | null) =>
      fail(new Error(`a sandbox ended with status ${status} at its start`));
    const timer = setTimeout(() => fail(new Error('a sandbox did not start')), PATIENCE);
    const settle = () => {
      clearTimeout(timer);
      child.off('error', fail);
      child.off('exit', onExit);
    };
    onLine(() => {
      settle();
      resolve();
    });
    child.once('error', fail);
    child.once('exit', onExit);
    if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode);
  });
}
