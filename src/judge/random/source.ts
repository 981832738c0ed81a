import { Random } from 'fast-check';
import { roll, type Dice } from '#network/random.ts';

/** What fast-check wants a generator to be, in its present form. */
interface Generator {
  clone(): Generator;
  /** A 32-bit number with a sign. */
  next(): number;
  getState(): readonly number[];
}

/** fast-check's source of randomness, fed by the dice of the simulated world: one seed, one course. */
export function randomSource(seed: number): Random {
  return new Random(generator({ state: seed >>> 0 }));
}

function generator(dice: Dice): Generator {
  return {
    clone: () => generator({ ...dice }),
    next: () => Math.floor(roll(dice) * 2 ** 32) | 0,
    getState: () => [dice.state],
  };
}
