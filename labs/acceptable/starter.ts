import { add, leq, lt, segLen, type Segment, type Seq } from 'tcp';

/**
 * Is any of the segment inside the receive window (RFC 9293 §3.4, Table 6)?
 *
 * The window begins at `rcvNxt` and has `rcvWnd` numbers; `rcvWnd` may be 0.
 */
export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  // Does the segment take any numbers? segLen(seg) says how many.

  // Is the window shut?

  // In the window: rcvNxt =< x < rcvNxt + rcvWnd, on the ring.
  return false;
}
