import { quantile } from './statistics.ts';
import { createTown } from './town.ts';

const ROUNDS = 300;
const WARM_UP = 50;
const PER_ROUND = 100;

/** Seven segments each, both ends simulated, and the TIME-WAIT of one expires before the next begins. */
const SHORT = { msl: 1 };

/**
 * Connections opened and closed per second, the median of several rounds. `everything`: segments
 * travel as octets with checksums and a Trace is kept; else only the hosts do their work.
 */
export function openAndClosePerSecond(everything: boolean): number {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const town = createTown({ everything, config: SHORT });
    const start = performance.now();
    town.openAndClose(Array.from({ length: PER_ROUND }, (_, i) => i));
    const rate = (PER_ROUND * 1_000) / (performance.now() - start);
    if (round >= WARM_UP) rates.push(rate);
  }
  return quantile(rates, 0.5);
}
