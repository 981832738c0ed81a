// killed by: at-the-right-edge
// The last number of a segment without length is the one before it.
import { add, leq, lt, segLen, type Segment, type Seq } from 'tcp';

export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  const length = segLen(seg);
  const inWindow = (x: Seq) => leq(rcvNxt, x) && lt(x, add(rcvNxt, rcvWnd));
  if (rcvWnd === 0) return length === 0 && seg.seq === rcvNxt;
  return inWindow(seg.seq) || inWindow(add(seg.seq, length - 1));
}
