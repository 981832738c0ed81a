// killed by: one-is-before-the-other
// A number is before itself.
import type { Segment, Seq } from 'tcp';

export function lt(a: Seq, b: Seq): boolean {
  return (b - a) >>> 0 < 2 ** 31;
}

export function leq(a: Seq, b: Seq): boolean {
  return lt(a, b);
}

export function between(low: Seq, x: Seq, high: Seq): boolean {
  return x !== low && (x - low) >>> 0 <= (high - low) >>> 0;
}

export function segLen(seg: Pick<Segment, 'ctl' | 'data'>): number {
  return seg.data.length + (seg.ctl.syn ? 1 : 0) + (seg.ctl.fin ? 1 : 0);
}
