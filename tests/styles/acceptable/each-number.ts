import { add, leq, lt, segLen, type Segment, type Seq } from 'tcp';

/** The numbers of a segment, one by one. */
function* numbers(seg: Pick<Segment, 'seq' | 'ctl' | 'data'>): Generator<Seq> {
  for (let n = 0; n < segLen(seg); n += 1) yield add(seg.seq, n);
}

export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  const inWindow = (x: Seq) => leq(rcvNxt, x) && lt(x, add(rcvNxt, rcvWnd));
  if (segLen(seg) === 0) return rcvWnd === 0 ? seg.seq === rcvNxt : inWindow(seg.seq);
  if (rcvWnd === 0) return false;
  for (const x of numbers(seg)) if (inWindow(x)) return true;
  return false;
}
