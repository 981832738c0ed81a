import { flat } from '../flat.ts';

/*
 * What is drawn is a place in one of these lists; to shrink is to go towards the first, the plainest.
 * How often a thing stands in its list is how often it is drawn.
 */

/** Where a number is counted from, and how far. */
export interface Place<From extends string> {
  readonly from: From;
  readonly by: number;
}

/** RCV.NXT (for a SYN that opens: the peer's ISN), the peer's ISN, the right edge of our window. */
export type SeqPlace = Place<'next' | 'irs' | 'edge'>;

/** SND.NXT, SND.UNA, our ISN, or number 0. */
export type AckPlace = Place<'nxt' | 'una' | 'iss' | 'zero'>;

/** As far ahead on the ring as a number with an order can be, but for a few. */
const FAR = 2 ** 31 - 8;

export const SEQ_PLACES: readonly SeqPlace[] = flat<SeqPlace>([
  [{ from: 'next', by: 0 }, 26],
  [{ from: 'next', by: 10 }, 3],
  [{ from: 'irs', by: 0 }, 3],
  [{ from: 'next', by: 1 }, 2],
  [{ from: 'next', by: -1 }, 2],
  [{ from: 'next', by: -10 }, 1],
  [{ from: 'edge', by: -1 }, 1],
  [{ from: 'edge', by: 0 }, 1],
  [{ from: 'edge', by: -10 }, 1],
  [{ from: 'next', by: 5_000 }, 2],
  [{ from: 'next', by: FAR }, 1],
  [{ from: 'next', by: -FAR }, 1],
]);

export const ACK_PLACES: readonly AckPlace[] = flat<AckPlace>([
  [{ from: 'nxt', by: 0 }, 26],
  [{ from: 'una', by: 0 }, 3],
  [{ from: 'nxt', by: 1 }, 3],
  [{ from: 'nxt', by: -1 }, 2],
  [{ from: 'iss', by: 0 }, 2],
  [{ from: 'iss', by: 1 }, 2],
  [{ from: 'iss', by: -1 }, 2],
  [{ from: 'una', by: 1 }, 1],
  [{ from: 'nxt', by: 5_000 }, 1],
  [{ from: 'iss', by: -5_000 }, 1],
  [{ from: 'nxt', by: FAR }, 1],
  [{ from: 'una', by: -FAR }, 1],
  [{ from: 'zero', by: 0 }, 1],
]);

const ackPlace = (from: AckPlace['from'], by: number): number =>
  ACK_PLACES.findIndex((each) => each.from === from && each.by === by);

/** ACKs that have names of their own, and their places. */
export const NAMED_ACKS = {
  'all but one': ackPlace('nxt', -1),
  'one too many': ackPlace('nxt', 1),
  'nothing new': ackPlace('una', 0),
} as const;

/** Control bits that are other than usual, as they stand in the header: 0x10 is ACK, 0x01 is FIN. */
export const ODD_BITS: readonly number[] = flat<number>([
  [0, 17],
  [0x10, 3],
  [0x01, 5],
  [0x04, 3],
  [0x02, 2],
  [0x03, 1],
  [0x14, 1],
  [0x08, 1],
  [0x40, 1],
  [0xc0, 1],
  [0x20, 1],
]);

/** How much text a segment carries that need not carry any, octets. */
export const EXTRA_TEXT: readonly number[] = flat<number>([
  [0, 11],
  [10, 4],
  [1, 1],
  [1_460, 1],
]);

/** How much text a segment with text carries. */
export const TEXT: readonly number[] = [10, 10, 1, 2, 20, 1_460];

/** How much the user writes and reads with one call. */
export const WRITTEN: readonly number[] = [10, 10, 1];
export const MUCH = 3_000;
export const READ: readonly number[] = [1_000, 1_000, 5, 1];

/** SEG.WND. */
export const WINDOWS: readonly number[] = flat<number>([
  [65_535, 6],
  [1_000, 3],
  [1_460, 2],
  [0, 1],
]);

/** What the peers' clocks show at time 0: they pass the edge of the ring after 256 ms. */
export const STAMP = 0xffff_ff00;

/** How far a timestamp is from what the peer's clock shows, ms; `null`: there is none. */
export const STAMPS: readonly (number | null)[] = flat<number | null>([
  [0, 12],
  [-100, 4],
  [-10_000, 5],
  [10_000, 1],
  [null, 1],
]);

/** When an event comes: so long after the one before, or about the next timer, ms. */
export type Gap = number | 'before timer' | 'after timer';

export const GAPS: readonly Gap[] = flat<Gap>([
  [100, 12],
  [0, 2],
  [10, 1],
  ['after timer', 3],
  ['before timer', 1],
  [5_000, 1],
]);

/** Our first ISN: Figure 6's, and both edges of the ring and of its halves. */
export const OUR_ISNS: readonly number[] = [
  ...[300, 300, 300, 0xffff_ffff, 0xffff_fffe, 0xffff_fff0, 0x7fff_ffff, 0x8000_0000],
  ...[0xffff_fc00, 0xc000_0000, 0x4000_0000, 0, 0x9000_0000],
];

/** The first peer's ISN. */
export const PEER_ISNS: readonly number[] = [
  ...[100, 100, 0xffff_ffff, 0xffff_fffe, 0xffff_fff0, 0x7fff_ffff, 0x8000_0000],
  ...[0xffff_fc00, 0xc000_0000, 0x4000_0000, 0, 0x9000_0000],
];

/** The MSS that a SYN announces, octets; `null`: none. */
export const SYN_MSS: readonly (number | null)[] = [1_460, 1_460, null, 536];
