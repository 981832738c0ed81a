import { tcbsAt } from '#figures/inspector/tcb-at.ts';
import type { Tcb } from '#tcp';
import type { Trace } from '#trace/trace.ts';
import { type Flying, flyingAt } from './flying.ts';
import type { Play } from './play.ts';
import { hostNames, type HostName, type Setup } from './setup.ts';

/** A connection or listener that a host has at a moment. */
export interface Socket {
  /** Its name on the host, by which calls ask for it: `40001`, `8001`, `8001.1`. */
  readonly conn: string;
  readonly tcb: Tcb;
}

/** The world at a moment: what a reader sees, and what decides what they can do. */
export interface View {
  /** ms. */
  readonly now: number;
  readonly setup: Setup;
  /** What each host has, in the order of the latest steps. */
  readonly sockets: ReadonlyMap<HostName, readonly Socket[]>;
  readonly flying: readonly Flying[];
  /** Links that are cut. */
  readonly cut: readonly (readonly [string, string])[];
  /** When something happens next, and happened last before now, ms; `null`: never. */
  readonly next: number | null;
  readonly before: number | null;
}

/** The world at `now`, ms: read out of a run that went that far at least. */
export function viewAt({ trace }: Pick<Play, 'trace'>, setup: Setup, now: number): View {
  const times = momentsOf(trace);
  return {
    now,
    setup,
    sockets: new Map(
      hostNames(setup).map((host) => [
        host,
        [...tcbsAt(trace, host, now)].map(([conn, tcb]) => ({ conn, tcb })),
      ]),
    ),
    flying: flyingAt(trace, setup, now),
    cut: cutAt(trace, now),
    next: times.find((t) => t > now) ?? null,
    before: times.findLast((t) => t < now) ?? null,
  };
}

/** The sockets of a host that are not listeners, the latest last. */
export function connectionsOf(view: View, host: HostName): readonly Socket[] {
  return (view.sockets.get(host) ?? []).filter(({ tcb }) => tcb.state !== 'LISTEN');
}

/** The connection that a call of a host is about unless its reader names another. */
export function latestOf(view: View, host: HostName): Socket | null {
  return connectionsOf(view, host).at(-1) ?? view.sockets.get(host)?.at(-1) ?? null;
}

/** All times at which something happens, in order, each once, ms. */
export function momentsOf({ entries }: Trace): readonly number[] {
  const times = entries.flatMap((entry) =>
    entry.kind === 'transit' || entry.kind === 'icmp'
      ? [entry.t, entry.until, ...(entry.hops ?? []).map(({ t }) => t)]
      : [entry.t],
  );
  return [...new Set(times)].sort((a, b) => a - b);
}

function cutAt({ entries }: Trace, now: number): readonly (readonly [string, string])[] {
  const cut = new Map<string, readonly [string, string]>();
  for (const entry of entries) {
    if (entry.t > now) break;
    if (entry.kind !== 'plug') continue;
    const key = [...entry.between].sort().join();
    if (entry.up) cut.delete(key);
    else cut.set(key, entry.between);
  }
  return [...cut.values()];
}
