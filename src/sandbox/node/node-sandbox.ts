import { Worker } from 'node:worker_threads';
import { SandboxError, type Sandbox, type SandboxFactory, type Trail } from '../sandbox.ts';
import type { LoadOutcome } from '../runtime.ts';
import { bundle } from './bundle.ts';
import { decode, encode } from './codec.ts';
import type { Reply, Request } from './realm.ts';

const REALM = new URL('./realm.ts', import.meta.url);
const THREAD = new URL('./thread.ts', import.meta.url);
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

let script: Promise<string> | null = null;

/** Sandboxes in Node: a closed realm in a worker thread each. For our own labs and for tests. */
export const nodeSandboxes: SandboxFactory = {
  async open(onTrail) {
    script ??= bundle(REALM);
    const worker = new Worker(THREAD, {
      workerData: { script: await script },
      env: {},
      argv: [],
      execArgv: ['--no-warnings'],
      resourceLimits: MEMORY,
      stdout: true,
      stderr: true,
    });
    await new Promise<void>((resolve, reject) => {
      worker.once('online', resolve).once('error', reject);
    });
    return sandboxOn(worker, onTrail);
  },
};

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

function sandboxOn(worker: Worker, onTrail?: (at: Trail) => void): Sandbox {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let ended: SandboxError | null = null;
  let asked = 0;

  const end = (error: SandboxError) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('message', (text: unknown) => {
    const reply = replyFrom(text);
    if (reply === null) return;
    if ('trail' in reply) return onTrail?.(reply.trail);
    const asker = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('failed' in reply) asker?.reject(new SandboxError('threw', reply.failed));
    else asker?.resolve(reply.value);
  });
  worker.on('error', (error: Error & { code?: string }) => {
    const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    end(new SandboxError(isMemory ? 'out of memory' : 'threw', error.message, error.stack));
  });
  worker.on('exit', () => end(new SandboxError('closed', 'the sandbox was closed')));

  const ask = (request: WithoutId<Request>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended !== null) return reject(ended);
      const id = asked++;
      waiting.set(id, { resolve, reject });
      worker.postMessage(encode({ ...request, id }));
    });

  return {
    async load(program, seed = 0) {
      const outcome = (await ask({ do: 'load', program, seed })) as LoadOutcome;
      if (outcome.kind === 'loaded') return;
      const stack = outcome.kind === 'threw' ? outcome.stack : '';
      throw new SandboxError(outcome.kind, outcome.message, stack);
    },
    run: async (runs, options) =>
      (await ask({ do: 'run', runs, trail: options?.trail ?? false })) as Awaited<
        ReturnType<Sandbox['run']>
      >,
    close() {
      end(new SandboxError('closed', 'the sandbox was closed'));
      void worker.terminate();
    },
  };
}

/** What came from the thread, if it is a reply at all. */
function replyFrom(text: unknown): Reply | null {
  try {
    const value = decode(String(text));
    const isReply =
      typeof value === 'object' && value !== null && ('id' in value || 'trail' in value);
    return isReply ? (value as Reply) : null;
  } catch {
    return null;
  }
}
