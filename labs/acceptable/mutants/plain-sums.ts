// killed by: across-the-edge-of-the-ring
// Sums and comparisons like those of other numbers: the window and the segment leave the ring together.
import { segLen, type Segment, type Seq } from 'tcp';

export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  const length = segLen(seg);
  const inWindow = (x: number) => rcvNxt <= x && x < rcvNxt + rcvWnd;
  if (rcvWnd === 0) return length === 0 && seg.seq === rcvNxt;
  if (length === 0) return inWindow(seg.seq);
  return inWindow(seg.seq) || inWindow(seg.seq + length - 1);
}
