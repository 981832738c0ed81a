// killed by: before-over-the-edge
// The ring has 4294967295 numbers: 0 and 4294967295 are the same.
import type { Segment, Seq } from 'tcp';

export function lt(a: Seq, b: Seq): boolean {
  const size = 2 ** 32 - 1;
  const way = (b - a + size) % size;
  return way > 0 && way < 2 ** 31;
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
