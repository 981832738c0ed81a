import type { Segment, Seq } from 'tcp';

/** Is `a` before `b`? The difference, read as a signed number of 32 bits, is negative. */
export function lt(a: Seq, b: Seq): boolean {
  return ((a - b) | 0) < 0;
}

/** Is `a` before `b`, or equal to it? */
export function leq(a: Seq, b: Seq): boolean {
  return ((a - b) | 0) <= 0;
}

/** Does `low < x ≤ high` hold? */
export function between(low: Seq, x: Seq, high: Seq): boolean {
  return lt(low, x) && leq(x, high);
}

/** SEG.LEN: text, and one number each for SYN and FIN. */
export function segLen(seg: Pick<Segment, 'ctl' | 'data'>): number {
  return seg.data.length + (seg.ctl.syn ? 1 : 0) + (seg.ctl.fin ? 1 : 0);
}
