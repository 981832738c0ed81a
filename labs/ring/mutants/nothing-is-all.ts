// killed by: nothing-is-between-equals
// An empty range has turned into the whole ring.
import type { Segment, Seq } from 'tcp';

export function lt(a: Seq, b: Seq): boolean {
  return ((a - b) | 0) < 0;
}

export function leq(a: Seq, b: Seq): boolean {
  return ((a - b) | 0) <= 0;
}

export function between(low: Seq, x: Seq, high: Seq): boolean {
  return (x - low - 1) >>> 0 <= (high - low - 1) >>> 0;
}

export function segLen(seg: Pick<Segment, 'ctl' | 'data'>): number {
  return seg.data.length + (seg.ctl.syn ? 1 : 0) + (seg.ctl.fin ? 1 : 0);
}
