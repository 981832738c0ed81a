// killed by: the-left-end-is-out
// Both ends are out.
import type { Segment, Seq } from 'tcp';

export function lt(a: Seq, b: Seq): boolean {
  return ((a - b) | 0) < 0;
}

export function leq(a: Seq, b: Seq): boolean {
  return ((a - b) | 0) <= 0;
}

export function between(low: Seq, x: Seq, high: Seq): boolean {
  return lt(low, x) && lt(x, high);
}

export function segLen(seg: Pick<Segment, 'ctl' | 'data'>): number {
  return seg.data.length + (seg.ctl.syn ? 1 : 0) + (seg.ctl.fin ? 1 : 0);
}
