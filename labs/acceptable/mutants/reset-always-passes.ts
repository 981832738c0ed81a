// killed by: no-bit-passes-alone
// A reset is always acceptable.
import { add, leq, lt, segLen, type Segment, type Seq } from 'tcp';

export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  if (seg.ctl.rst) return true;
  const length = segLen(seg);
  const inWindow = (x: Seq) => leq(rcvNxt, x) && lt(x, add(rcvNxt, rcvWnd));
  if (rcvWnd === 0) return length === 0 && seg.seq === rcvNxt;
  if (length === 0) return inWindow(seg.seq);
  return inWindow(seg.seq) || inWindow(add(seg.seq, length - 1));
}
