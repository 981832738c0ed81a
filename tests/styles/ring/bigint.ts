import type { Segment, Seq } from 'tcp';

const RING = 2n ** 32n;

/** Forward from one number to another, counted in whole numbers without an end. */
const way = (from: Seq, to: Seq): bigint => (((BigInt(to) - BigInt(from)) % RING) + RING) % RING;

export const lt = (a: Seq, b: Seq): boolean => way(a, b) > 0n && way(a, b) < RING / 2n;
export const leq = (a: Seq, b: Seq): boolean => a === b || lt(a, b);
export const between = (low: Seq, x: Seq, high: Seq): boolean =>
  way(low, x) > 0n && way(low, x) <= way(low, high);
export const segLen = ({ ctl, data }: Pick<Segment, 'ctl' | 'data'>): number =>
  [ctl.syn, ctl.fin].filter(Boolean).length + data.byteLength;
