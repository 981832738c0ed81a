import type { SandboxFactory } from '../sandbox.ts';
import { startRealmProcess, type RealmProcess } from './realm-process.ts';

/** Sandboxes whose processes are used again; whoever is done with them ends them. */
export interface ReusedSandboxes extends SandboxFactory {
  end(): void;
}

/**
 * As `nodeSandboxes`, for many programs of our own, one after the other: each gets a realm of its
 * own, but a process only if none is free. One that was closed while it owed an answer is not used
 * again, since it may be in a loop.
 */
export function reusedSandboxes(startProcess = startRealmProcess): ReusedSandboxes {
  const free: RealmProcess[] = [];
  const all = new Set<RealmProcess>();

  const start = async () => {
    const realms = await startProcess();
    all.add(realms);
    return realms;
  };
  const discard = (realms: RealmProcess) => {
    all.delete(realms);
    realms.end();
  };
  const openIn = (realms: RealmProcess, onTrail: Parameters<SandboxFactory['open']>[0]) =>
    realms.open(onTrail, (isBusy) => {
      if (isBusy) discard(realms);
      else free.push(realms);
    });

  return {
    async open(onTrail) {
      const used = free.pop();
      if (used !== undefined) {
        try {
          return await openIn(used, onTrail);
        } catch {
          // It has died, or a loop that its last program left behind keeps it from answering.
          discard(used);
        }
      }
      return openIn(await start(), onTrail);
    },
    end() {
      for (const realms of all) discard(realms);
      free.length = 0;
    },
  };
}
