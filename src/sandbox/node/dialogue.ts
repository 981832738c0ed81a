import { decode, encode } from '../codec.ts';
import { loadFailure } from '../load-failure.ts';
import { SandboxError, type Sandbox, type Trail } from '../sandbox.ts';
import type { Reply, Request } from './realm.ts';

/** The way to a realm that hears and says text. */
export interface Link {
  send(text: string): void;
  /** Ends the realm at once, whatever it is doing; `isBusy`: it still owes an answer. */
  end(isBusy: boolean): void;
}

/** The owner's side of the talk with a realm. */
export interface Dialogue {
  readonly sandbox: Sandbox;
  /** Takes what the realm said. It is untrusted: what is no reply is not heard. */
  take(text: string): void;
  /** The realm is no more; whoever waits for an answer hears why. */
  ended(error: SandboxError): void;
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** A sandbox made of a link to a realm in which `realm.ts` runs. */
export function dialogue(link: Link, onTrail?: (at: Trail) => void): Dialogue {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let end: SandboxError | null = null;
  let asked = 0;
  let isClosed = false;

  const ended = (error: SandboxError) => {
    end ??= error;
    for (const { reject } of waiting.values()) reject(end);
    waiting.clear();
  };
  const ask = (request: WithoutId<Request>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (end !== null) return reject(end);
      const id = asked++;
      waiting.set(id, { resolve, reject });
      link.send(encode({ ...request, id }));
    });

  const sandbox: Sandbox = {
    async load(program, seed = 0) {
      const failure = loadFailure(await ask({ do: 'load', program, seed }));
      if (failure !== null) throw failure;
    },
    run: async (runs, { trail = false } = {}) =>
      (await ask({ do: 'run', runs, trail })) as Awaited<ReturnType<Sandbox['run']>>,
    look: async (runs) => (await ask({ do: 'look', runs })) as Awaited<ReturnType<Sandbox['look']>>,
    close() {
      if (isClosed) return;
      isClosed = true;
      const isBusy = waiting.size > 0;
      ended(new SandboxError('closed', 'the sandbox was closed'));
      link.end(isBusy);
    },
  };

  return {
    sandbox,
    ended,
    take(text) {
      const reply = replyFrom(text);
      if (reply === null) return;
      if ('trail' in reply) return onTrail?.(reply.trail);
      const asker = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('failed' in reply) asker?.reject(new SandboxError('threw', reply.failed));
      else asker?.resolve(reply.value);
    },
  };
}

/** What came from the realm, if it is a reply at all. */
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
