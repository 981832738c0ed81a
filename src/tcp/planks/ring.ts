import type { Segment, Seq } from '../segment.ts';

/*
 * RFC 9293 §3.4: comparisons of sequence numbers are made modulo 2³². The signed 32-bit difference
 * decides: negative means that `a` comes first. Numbers exactly 2³¹ apart have no order
 * (RFC 1982 §3.2): no window is that large.
 */

/** Is `a` before `b`? */
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
