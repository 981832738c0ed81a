import type { CaptureNote } from './packet.ts';

/** Collects remarks that many packets give rise to, so that each is said once, with its count. */
export interface Tally {
  /** Counts one packet, found at offset `at`, under `what`: "were cut …". */
  add(what: string, at: number): void;
  notes(): readonly CaptureNote[];
}

/** An empty tally. */
export function createTally(): Tally {
  const counted = new Map<string, { count: number; at: number }>();
  return {
    add(what, at) {
      const before = counted.get(what);
      counted.set(what, { count: (before?.count ?? 0) + 1, at: before?.at ?? at });
    },
    notes: () =>
      [...counted].map(([what, { count, at }]) => ({
        what: `${count} ${count === 1 ? 'packet' : 'packets'} ${what}`,
        at,
      })),
  };
}
