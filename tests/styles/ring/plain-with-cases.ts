import type { Segment, Seq } from 'tcp';

export function lt(a: Seq, b: Seq): boolean {
  // Far apart as plain numbers: the shorter way goes over the edge.
  return Math.abs(a - b) < 2 ** 31 ? a < b : a > b;
}

export function leq(a: Seq, b: Seq): boolean {
  return !lt(b, a);
}

export function between(low: Seq, x: Seq, high: Seq): boolean {
  return low <= high ? low < x && x <= high : x > low || x <= high;
}

export function segLen({ ctl: { syn, fin }, data: { length } }: Pick<Segment, 'ctl' | 'data'>) {
  return length + +syn + +fin;
}
