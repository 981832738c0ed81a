// killed by: without-text
// A segment without length must be the next one.
import { add, leq, lt, segLen, type Segment, type Seq } from 'tcp';

export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  const length = segLen(seg);
  const inWindow = (x: Seq) => leq(rcvNxt, x) && lt(x, add(rcvNxt, rcvWnd));
  if (length === 0) return seg.seq === rcvNxt;
  if (rcvWnd === 0) return false;
  return inWindow(seg.seq) || inWindow(add(seg.seq, length - 1));
}
