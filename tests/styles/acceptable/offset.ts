import { segLen, type Segment, type Seq } from 'tcp';

/** All by distances from RCV.NXT: what is in the window lies less than the window ahead. */
export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  const length = segLen(seg);
  const first = (seg.seq - rcvNxt) >>> 0;
  const last = (first + Math.max(length, 1) - 1) >>> 0;
  if (rcvWnd === 0) return length === 0 && first === 0;
  return first < rcvWnd || last < rcvWnd;
}
