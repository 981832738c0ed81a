import { segLen, type Segment, type Seq } from 'tcp';

/** By its words: is any of the segment inside the window? Two stretches of the ring overlap, or not. */
export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  const length = segLen(seg);
  const ahead = (seg.seq - rcvNxt) | 0;
  if (length === 0) return rcvWnd === 0 ? ahead === 0 : ahead >= 0 && ahead < rcvWnd;
  return rcvWnd > 0 && ahead < rcvWnd && ahead + length > 0;
}
