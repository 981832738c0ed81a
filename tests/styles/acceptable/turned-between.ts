import { between, segLen, type Segment, type Seq } from 'tcp';

export function acceptable(
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean {
  // (left, right] moved one to the left is [left, right).
  const prev = (n: number) => (n - 1) >>> 0;
  const inside = (x: Seq) => between(prev(rcvNxt), x, prev(rcvNxt + rcvWnd));
  const len = segLen(seg);
  switch ((len > 0 ? 2 : 0) + (rcvWnd > 0 ? 1 : 0)) {
    case 0:
      return Object.is(seg.seq, rcvNxt);
    case 1:
      return inside(seg.seq);
    case 2:
      return false;
    case 3:
      return inside(seg.seq) || inside((seg.seq + len - 1) >>> 0);
    default:
      throw new Error('cannot be');
  }
}
