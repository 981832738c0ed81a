// killed by: text-counts
// An ACK takes a number.
import type { Segment, Seq } from 'tcp';

export function lt(a: Seq, b: Seq): boolean {
  return ((a - b) | 0) < 0;
}

export function leq(a: Seq, b: Seq): boolean {
  return ((a - b) | 0) <= 0;
}

export function between(low: Seq, x: Seq, high: Seq): boolean {
  return lt(low, x) && leq(x, high);
}

export function segLen(seg: Pick<Segment, 'ctl' | 'data'>): number {
  const { syn, fin, ack } = seg.ctl;
  return seg.data.length + [syn, fin, ack].filter(Boolean).length;
}
