// killed by: without-text
// Only what stands at RCV.NXT is taken.
import { segLen, type Segment, type Seq } from 'tcp';

export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  const length = segLen(seg);
  if (rcvWnd === 0 && length > 0) return false;
  return seg.seq === rcvNxt;
}
