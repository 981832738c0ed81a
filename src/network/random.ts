/** A seeded source of numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** What a source of random numbers remembers: plain data. */
export interface Dice {
  /** A 32-bit number. */
  state: number;
}

/**
 * The next number, from 0 (included) to 1 (excluded): the only source of randomness in the simulated
 * world. (SplitMix32: a counter, and a mixing of its bits.)
 */
export function roll(dice: Dice): number {
  dice.state = (dice.state + 0x9e3779b9) >>> 0;
  let z = dice.state;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
}

/** A source of its own: the same seed gives the same numbers. */
export function seededRandom(seed: number): Random {
  const dice: Dice = { state: seed >>> 0 };
  return () => roll(dice);
}
