import type { Segment, Seq } from 'tcp';

const cell = new Int32Array(1);

/** How far from a to b the shorter way: negative means backwards. */
function distance(a: Seq, b: Seq): number {
  cell[0] = b - a;
  return cell[0] ?? 0;
}

export function lt(a: Seq, b: Seq): boolean {
  return distance(a, b) > 0;
}
export function leq(a: Seq, b: Seq): boolean {
  return distance(a, b) >= 0;
}
export function between(low: Seq, x: Seq, high: Seq): boolean {
  if (distance(low, x) <= 0) return false;
  if (distance(x, high) < 0) return false;
  return true;
}
export function segLen(seg: Pick<Segment, 'ctl' | 'data'>): number {
  let n = 0;
  for (const _octet of seg.data) n++;
  if (seg.ctl.syn) n++;
  if (seg.ctl.fin) n++;
  return n;
}
