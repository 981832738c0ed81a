import { add, leq, lt, segLen, type Segment, type Seq } from 'tcp';

/** Is any of the segment inside the receive window (RFC 9293 §3.4, Table 6)? */
export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  const length = segLen(seg);
  const inWindow = (x: Seq) => leq(rcvNxt, x) && lt(x, add(rcvNxt, rcvWnd));

  // A shut window takes no text, but an ACK at RCV.NXT still says something.
  if (rcvWnd === 0) return length === 0 && seg.seq === rcvNxt;

  if (length === 0) return inWindow(seg.seq);
  return inWindow(seg.seq) || inWindow(add(seg.seq, length - 1));
}
