import type { Segment, Seq } from 'tcp';

/*
 * Sequence numbers count octets on a ring of 2³² (RFC 9293 §3.4). After 4294967295 comes 0.
 */

/** Is `a` before `b`? */
export function lt(a: Seq, b: Seq): boolean {
  // How far is it from a to b, going forward? Less than half the ring?
  return false;
}

/** Is `a` before `b`, or equal to it? */
export function leq(a: Seq, b: Seq): boolean {
  return false;
}

/** Does `low < x ≤ high` hold? */
export function between(low: Seq, x: Seq, high: Seq): boolean {
  return false;
}

/** SEG.LEN: how many sequence numbers does the segment take? */
export function segLen(seg: Pick<Segment, 'ctl' | 'data'>): number {
  // The text is seg.data, octets. The control bits are seg.ctl.syn, seg.ctl.fin and others.
  return 0;
}
