// killed by: one-is-before-the-other
// % is taken for the way round the ring: it leaves a negative difference negative, and small.
import type { Segment, Seq } from 'tcp';

export function lt(a: Seq, b: Seq): boolean {
  return a !== b && (b - a) % 2 ** 32 < 2 ** 31;
}

export function leq(a: Seq, b: Seq): boolean {
  return a === b || lt(a, b);
}

export function between(low: Seq, x: Seq, high: Seq): boolean {
  return x !== low && (x - low) >>> 0 <= (high - low) >>> 0;
}

export function segLen(seg: Pick<Segment, 'ctl' | 'data'>): number {
  return seg.data.length + (seg.ctl.syn ? 1 : 0) + (seg.ctl.fin ? 1 : 0);
}
