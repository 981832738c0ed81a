// killed by: over-the-left-edge
// What is longer than the window is refused.
import { add, leq, lt, segLen, type Segment, type Seq } from 'tcp';

export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  const length = segLen(seg);
  const inWindow = (x: Seq) => leq(rcvNxt, x) && lt(x, add(rcvNxt, rcvWnd));
  if (rcvWnd === 0) return length === 0 && seg.seq === rcvNxt;
  if (length > rcvWnd) return false;
  if (length === 0) return inWindow(seg.seq);
  return inWindow(seg.seq) || inWindow(add(seg.seq, length - 1));
}
