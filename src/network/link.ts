import type { Wanted } from './fates.ts';
import { type Dice, roll } from './random.ts';

/** A link between two nodes, the same in both directions. Shares are numbers from 0 to 1. */
export interface LinkSetup {
  readonly between: readonly [string, string];
  /** One-way delay, ms. */
  readonly delay: number;
  /** At most so many ms more, by chance: what is sent later may arrive earlier. */
  readonly jitter?: number;
  /** Share of all packets that is lost. */
  readonly loss?: number;
  /** Share that arrives twice. */
  readonly duplicate?: number;
  /** Share that arrives with a wrong bit. */
  readonly corrupt?: number;
  /** Share that is held back, so many ms: what was sent behind it overtakes it. */
  readonly reorder?: { readonly share: number; readonly by: number };
  /** The largest datagram it takes, octets; any, if left out. */
  readonly mtu?: number;
}

/** What becomes of a packet on a link. Times in ms from where it enters. */
export interface Passage {
  readonly lost: boolean;
  readonly corrupt: boolean;
  /** When it arrives, or vanishes. */
  readonly after: number;
  /** When each copy of it arrives. */
  readonly copies: readonly number[];
}

/** Where along its way a lost segment vanishes, as a share of the delay: a figure must draw it. */
const LOST_AT = 0.6;

const NO_COPIES: readonly number[] = [];

/** Nothing is wanted of a packet. */
export const NOTHING_WANTED: Wanted = { drop: false, corrupt: false, copies: 0, late: 0 };

/** How everything passes a link on which nothing happens by chance; `null` where something may. */
export function plainPassage(link: LinkSetup): Passage | null {
  const { delay, jitter = 0, loss = 0, duplicate = 0, corrupt = 0, reorder } = link;
  if (jitter + loss + duplicate + corrupt > 0 || reorder !== undefined) return null;
  return { lost: false, corrupt: false, after: delay, copies: NO_COPIES };
}

/** Lets a packet pass, as the script wants and the dice fall. Dice are rolled only where chance decides. */
export function pass(link: LinkSetup, wanted: Wanted, dice: Dice): Passage {
  const { delay, jitter = 0, loss = 0, duplicate = 0, corrupt = 0, reorder } = link;
  const happens = (share: number) => share > 0 && roll(dice) < share;
  const lost = wanted.drop || happens(loss);
  const heldBack = reorder !== undefined && happens(reorder.share) ? reorder.by : 0;
  const way = () => delay + (jitter > 0 ? inMicroseconds(roll(dice) * jitter) : 0);
  const after = way() + wanted.late + heldBack;
  if (lost) return { lost, corrupt: false, after: after * LOST_AT, copies: NO_COPIES };
  const copies = wanted.copies + (happens(duplicate) ? 1 : 0);
  return {
    lost,
    corrupt: wanted.corrupt || happens(corrupt),
    after,
    copies: copies === 0 ? NO_COPIES : Array.from({ length: copies }, way),
  };
}

const inMicroseconds = (ms: number): number => Math.round(ms * 1000) / 1000;
