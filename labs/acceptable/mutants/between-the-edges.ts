// killed by: without-text
// The window is what between says.
import { add, between, segLen, type Segment, type Seq } from 'tcp';

export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  const length = segLen(seg);
  const inWindow = (x: Seq) => between(rcvNxt, x, add(rcvNxt, rcvWnd));
  if (rcvWnd === 0) return length === 0 && seg.seq === rcvNxt;
  if (length === 0) return inWindow(seg.seq);
  return inWindow(seg.seq) || inWindow(add(seg.seq, length - 1));
}
