/** A seeded source of numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/**
 * The only source of randomness in the simulated world: the same seed gives the same numbers.
 * (SplitMix32: a counter, and a mixing of its bits.)
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };
}
