import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createTown } from './town.ts';

const CONNECTIONS = 20_000;

let collect: (() => void) | null = null;

/** Octets on the heap that are in use, after the garbage has been collected. */
export function heapUsed(): number {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  return process.memoryUsage().heapUsed;
}

/** What an open connection takes on the heap of one of its two hosts, octets. */
export function octetsPerConnection(): number {
  const empty = heapUsed();
  const town = createTown({ everything: false, closes: false });
  town.openAndClose(Array.from({ length: CONNECTIONS }, (_, i) => i));
  const octets = heapUsed() - empty;
  return octets / (town.world.host('A').size + town.world.host('B').size);
}
