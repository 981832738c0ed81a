import { heapUsed } from './memory.ts';
import { createTown, type Town } from './town.ts';

/** How fast connections open and close while so many others are in TIME-WAIT. */
export interface Growth {
  readonly entries: number;
  readonly perSecond: number;
  /** What one entry takes on the heap, octets. */
  readonly octets: number;
}

const WARM_UP = 20_000;
const MEASURED = 10_000;
const AT_ONCE = 500;

/** Nothing leaves TIME-WAIT while we measure. */
const FOR_EVER = { msl: 1e9 };

const LISTEN = Array.from({ length: 32 }, (_, i) => 80 + i);

/** Fills hosts with TIME-WAITs and measures each time so many are there. */
export function timeWaitGrowth(sizes: readonly number[]): readonly Growth[] {
  openAndClose(newTown(), 0, WARM_UP);
  return sizes.map((entries) => {
    const empty = heapUsed();
    const town = newTown();
    openAndClose(town, 0, entries);
    const start = performance.now();
    openAndClose(town, entries, MEASURED);
    const seconds = (performance.now() - start) / 1_000;
    const octets = (heapUsed() - empty) / town.world.host('A').size;
    return { entries, perSecond: MEASURED / seconds, octets };
  });
}

const newTown = (): Town => createTown({ everything: false, config: FOR_EVER, listen: LISTEN });

function openAndClose(town: Town, from: number, count: number): void {
  for (let at = from; at < from + count; at += AT_ONCE) {
    town.openAndClose(
      Array.from({ length: Math.min(AT_ONCE, from + count - at) }, (_, i) => at + i),
    );
  }
}
