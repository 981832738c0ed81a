import type { Random } from './random.ts';

/** What becomes of a transmission: when it arrives, or when and that it is lost. */
export interface Fate {
  /** ms from sending. */
  readonly after: number;
  readonly lost: boolean;
}

/** A link between two hosts. It knows transmissions by their stable names (`A1`, `B2`). */
export type Link = (transmission: string) => Fate;

export interface LinkOptions {
  /** One-way delay, ms. */
  readonly delay: number;
  /** Transmissions that take longer, by name: ms on top of the delay. */
  readonly late: Readonly<Record<string, number>>;
  /** Names of transmissions that are lost. */
  readonly lose: ReadonlySet<string>;
  /** Share of all transmissions lost by chance, from 0 to 1. */
  readonly loss: number;
  readonly random: Random;
}

/** Where along its way a lost segment vanishes, as a share of the delay: a figure must draw it. */
const LOST_AT = 0.6;

/** A link with a fixed delay, on which some transmissions are late or lost by name, some lost by chance. */
export function createLink({ delay, late, lose, loss, random }: LinkOptions): Link {
  return (transmission) => {
    const lost = lose.has(transmission) || (loss > 0 && random() < loss);
    const way = delay + (late[transmission] ?? 0);
    return { after: lost ? way * LOST_AT : way, lost };
  };
}
