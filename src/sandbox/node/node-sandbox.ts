import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SandboxError, type Sandbox, type SandboxFactory, type Trail } from '../sandbox.ts';
import type { LoadOutcome } from '../runtime.ts';
import { bundle } from '../bundle.ts';
import { decode, encode } from '../codec.ts';
import type { Reply, Request } from './realm.ts';

const REALM = new URL('./realm.ts', import.meta.url);
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const MEMORY_MB = 128;

let script: Promise<string> | null = null;

/**
 * Sandboxes in Node: a process each, with one closed realm in it. A process and not a thread,
 * because a thread that runs out of memory may take its process along.
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
    return sandboxOn(child, onTrail);
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

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

function sandboxOn(child: ChildProcess, onTrail?: (at: Trail) => void): Sandbox {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let ended: SandboxError | null = null;
  let asked = 0;

  const end = (error: SandboxError) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  const take = (text: string) => {
    const reply = replyFrom(text);
    if (reply === null) return;
    if ('trail' in reply) return onTrail?.(reply.trail);
    const asker = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('failed' in reply) asker?.reject(new SandboxError('threw', reply.failed));
    else asker?.resolve(reply.value);
  };
  if (child.stdout) createInterface({ input: child.stdout }).on('line', take);
  child.on('error', (error) => end(new SandboxError('threw', error.message)));
  child.on('exit', (_code, signal) => {
    // Node aborts when its heap is full; nothing else in there can.
    const isMemory = signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGILL';
    end(new SandboxError(isMemory ? 'out of memory' : 'closed', 'the sandbox has ended'));
  });

  const ask = (request: WithoutId<Request>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended !== null) return reject(ended);
      const id = asked++;
      waiting.set(id, { resolve, reject });
      child.send(encode({ ...request, id }), () => undefined);
    });

  return {
    async load(program, seed = 0) {
      const outcome = (await ask({ do: 'load', program, seed })) as LoadOutcome;
      if (outcome.kind === 'loaded') return;
      const stack = outcome.kind === 'threw' ? outcome.stack : '';
      throw new SandboxError(outcome.kind, outcome.message, stack, outcome.lab);
    },
    run: async (runs, options) =>
      (await ask({ do: 'run', runs, trail: options?.trail ?? false })) as Awaited<
        ReturnType<Sandbox['run']>
      >,
    close() {
      end(new SandboxError('closed', 'the sandbox was closed'));
      child.kill('SIGKILL');
    },
  };
}

/** What came from the process, if it is a reply at all. */
function replyFrom(text: string): Reply | null {
  try {
    const value = decode(text);
    const isReply =
      typeof value === 'object' && value !== null && ('id' in value || 'trail' in value);
    return isReply ? (value as Reply) : null;
  } catch {
    return null;
  }
}
