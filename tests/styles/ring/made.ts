import type { Segment, Seq } from 'tcp';
function make(bits: number) {
  const size = 2 ** bits;
  const d = (a: Seq, b: Seq) => (b - a + size) % size;
  return {
    lt: (a: Seq, b: Seq) => d(a, b) !== 0 && d(a, b) < size / 2,
    leq: (a: Seq, b: Seq) => d(a, b) < size / 2,
    between: (l: Seq, x: Seq, h: Seq) => d(l, x) !== 0 && d(l, x) <= d(l, h),
  };
}
export const { lt, leq, between } = make(32);
export const segLen = (s: Pick<Segment, 'ctl' | 'data'>) =>
  s.data.length + [s.ctl.syn, s.ctl.fin].filter((b) => b).length;
