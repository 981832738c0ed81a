// killed by: one-is-before-the-other
// The sign bit is asked for with &, which gives a negative number.
import type { Segment, Seq } from 'tcp';

export function lt(a: Seq, b: Seq): boolean {
  return ((a - b) & 0x8000_0000) > 0;
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
