// killed by: as-far-as-half-the-ring
// Only what lies within a window without scaling has an order.
import type { Segment, Seq } from 'tcp';

export function lt(a: Seq, b: Seq): boolean {
  const way = (b - a) >>> 0;
  return way > 0 && way <= 65535;
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
