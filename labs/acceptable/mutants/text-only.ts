// killed by: syn-and-fin-have-a-length
// SYN and FIN have no length.
import { add, leq, lt, type Segment, type Seq } from 'tcp';

export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  const length = seg.data.length;
  const inWindow = (x: Seq) => leq(rcvNxt, x) && lt(x, add(rcvNxt, rcvWnd));
  if (rcvWnd === 0) return length === 0 && seg.seq === rcvNxt;
  if (length === 0) return inWindow(seg.seq);
  return inWindow(seg.seq) || inWindow(add(seg.seq, length - 1));
}
