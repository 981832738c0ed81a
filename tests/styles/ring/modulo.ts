import type { Segment, Seq } from 'tcp';

const RING = 2 ** 32;
const modulo = (n: number): number => ((n % RING) + RING) % RING;

export function lt(a: Seq, b: Seq): boolean {
  if (a === b) return false;
  // Half the ring itself counts as before: nobody asks.
  return modulo(b - a) <= RING / 2;
}

export function leq(a: Seq, b: Seq): boolean {
  return a === b || lt(a, b);
}

export function between(low: Seq, x: Seq, high: Seq): boolean {
  if (x === low) return false;
  return leq(low, x) && !lt(high, x);
}

export function segLen(seg: Pick<Segment, 'ctl' | 'data'>): number {
  let length = seg.data.length;
  if (seg.ctl.syn) length += 1;
  if (seg.ctl.fin) length += 1;
  return length;
}
