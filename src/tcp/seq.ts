import type { Seq } from './segment.ts';

/** `a` advanced by `n` octets, modulo 2³² (RFC 9293 §3.4). `n` may be negative. */
export function add(a: Seq, n: number): Seq {
  return (a + n) >>> 0;
}

/** How many octets `b` lies after `a` on the ring: from 0 to 2³² − 1. */
export function distance(a: Seq, b: Seq): number {
  return (b - a) >>> 0;
}

/** Is `value` a whole number from 0 to 2³² − 1? */
export function isSeq(value: unknown): value is Seq {
  return typeof value === 'number' && value >>> 0 === value;
}
