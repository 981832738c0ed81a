import { leq, lt, segLen } from '../bound.ts';
import { add } from '../seq.ts';
import type { Segment, Seq } from '../segment.ts';

/** RFC 9293 §3.4 and §3.10.7.4, Table 6: is any of the segment inside the receive window? */
export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  const length = segLen(seg);
  const inWindow = (x: Seq) => leq(rcvNxt, x) && lt(x, add(rcvNxt, rcvWnd));

  if (length === 0 && rcvWnd === 0) return seg.seq === rcvNxt;
  if (length === 0) return inWindow(seg.seq);
  if (rcvWnd === 0) return false;
  return inWindow(seg.seq) || inWindow(add(seg.seq, length - 1));
}
