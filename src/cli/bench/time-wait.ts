import { createTown } from './town.ts';
import { heapUsed } from './memory.ts';
import { quantile } from './statistics.ts';

/** How fast connections open and close while so many others are in TIME-WAIT. */
export interface Growth {
  readonly entries: number;
  readonly perSecond: number;
  /** What one entry takes on the heap, octets. */
  readonly octets: number;
}

const ROUNDS = 15;
const PER_ROUND = 500;

/** Nothing leaves TIME-WAIT while we measure. */
const FOR_EVER = { msl: 1e12 };

/** Fills one host with TIME-WAITs and measures on the way, at each of `sizes` (ascending). */
export function timeWaitGrowth(sizes: readonly number[]): readonly Growth[] {
  const listen = Array.from({ length: 32 }, (_, i) => 80 + i);
  const town = createTown({ everything: false, config: FOR_EVER, listen });
  let next = 0;
  const open = (count: number) => {
    town.openAndClose(Array.from({ length: count }, () => next++));
  };
  open(PER_ROUND);
  const empty = heapUsed();
  const start = next;
  return sizes.map((entries) => {
    while (next < entries) open(Math.min(1_000, entries - next));
    const octets = (heapUsed() - empty) / Math.max(1, next - start);
    const rates = Array.from({ length: ROUNDS }, () => {
      const begin = performance.now();
      open(PER_ROUND);
      return (PER_ROUND * 1_000) / (performance.now() - begin);
    });
    return { entries, perSecond: quantile(rates, 0.5), octets };
  });
}
