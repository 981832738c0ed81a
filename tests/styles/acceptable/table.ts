import { leq, lt, segLen, type Segment, type Seq } from 'tcp';

type Test = (first: Seq, last: Seq, nxt: Seq, wnd: number) => boolean;

const within = (x: Seq, nxt: Seq, wnd: number): boolean => leq(nxt, x) && lt(x, nxt + wnd);

const TABLE: Readonly<Record<string, Test>> = {
  'false false': (first, _last, nxt) => first === nxt,
  'false true': (first, _last, nxt, wnd) => within(first, nxt, wnd),
  'true false': () => false,
  'true true': (first, last, nxt, wnd) => within(first, nxt, wnd) || within(last, nxt, wnd),
};

export const acceptable = (
  seg: Pick<Segment, 'seq' | 'ctl' | 'data'>,
  rcvNxt: Seq,
  rcvWnd: number,
): boolean => {
  const length = segLen(seg);
  const test = TABLE[`${length > 0} ${rcvWnd > 0}`];
  return test?.(seg.seq, seg.seq + length - 1, rcvNxt, rcvWnd) ?? false;
};
