import { integer, nat, tuple } from 'fast-check';
import { add, ctlOf, distance, type Seq } from '#tcp';
import { at, flat } from '../flat.ts';
import type { Arguments } from './arguments.ts';

/** Numbers exactly half a ring apart have no order: whoever compares such two is right either way. */
const HALF = 2 ** 31;
const FARTHEST = HALF - 1;

/** Where on the ring: the middle of nowhere first, then its edges, and those of signed numbers. */
const ANCHORS: readonly Seq[] = [
  ...[1_000, 0, 1, 5, 0xffff_ffff, 0xffff_ffff, 0xffff_fffe, 0xffff_fffa],
  ...[0x7fff_ffff, 0x8000_0000, 0x7fff_fffa, 3_000_000_000],
];

/** How far apart. */
const APART: readonly number[] = [
  ...[0, 1, 1, -1, -1, 2, -2, 10, -10, 65_535, 65_536, -65_536],
  ...[2 ** 30, -(2 ** 30), 2 ** 30 + 1, FARTHEST, -FARTHEST, FARTHEST - 1, 1 - FARTHEST],
];

const anchor = nat(ANCHORS.length);
const anywhere = nat(0xffff_ffff);

/** An anchor, or any number where the place is one beyond the list. */
const anchorAt = (place: number, other: Seq): Seq => ANCHORS[place] ?? other;

/** Never exactly half a ring. */
const ordered = (n: Seq, ...others: readonly Seq[]): Seq =>
  others.some((other) => distance(n, other) === HALF) ? add(n, 1) : n;

/** `lt` and `leq`: two numbers, from the same to almost half the ring apart. */
export const pair: Arguments = {
  arbitrary: tuple(anchor, anywhere, nat(APART.length), integer({ min: -FARTHEST, max: FARTHEST })),
  toArgs([place = 0, other = 0, apart = 0, any = 0]) {
    const a = anchorAt(place, other);
    return [a, ordered(add(a, APART[apart] ?? any), a)];
  },
};

/** How far `x` lies from the lower or the upper bound of `between`. */
const NEAR: readonly number[] = [0, 1, -1, 2, -2, 10, -10, 70_000, -70_000, 2 ** 30, -(2 ** 30)];

/** `between`: the upper bound is never before the lower. */
export const bounds: Arguments = {
  arbitrary: tuple(anchor, anywhere, nat(APART.length - 1), nat(NEAR.length - 1), nat(1)),
  toArgs([place = 0, other = 0, apart = 0, near = 0, fromHigh = 0]) {
    const low = anchorAt(place, other);
    const high = add(low, Math.abs(at(APART, apart)));
    const x = ordered(
      ordered(add(fromHigh === 1 ? high : low, at(NEAR, near)), low, high),
      low,
      high,
    );
    return [low, x, high];
  },
};

/** How much text a segment carries. */
const LENGTHS: readonly number[] = [0, 0, 1, 2, 3, 10, 15, 536];

/** `segLen`: all control bits, with and without text. */
export const segment: Arguments = {
  arbitrary: tuple(nat(255), nat(LENGTHS.length - 1)),
  toArgs: ([bits = 0, length = 0]) => [
    { ctl: { ...ctlOf(bits) }, data: new Uint8Array(at(LENGTHS, length)) },
  ],
};

/** RCV.WND. */
const WINDOWS: readonly number[] = [10, 0, 0, 1, 2, 6, 1_000, 65_535, 1_073_725_440];

/** Control bits of a segment that is tested: mostly an ACK. */
const BITS: readonly number[] = [0x10, 0x10, 0x18, 0x11, 0x12, 0x14, 0x04, 0x02, 0x01, 0x13, 0x00];

/** Where the segment lies: its first number from the left or the right edge, its last from either. */
const EDGES = ['first left', 'first right', 'last left', 'last right'] as const;
const STEPS: readonly number[] = flat<number>([
  [0, 6],
  [-1, 3],
  [1, 3],
  [-2, 1],
  [2, 1],
  [5, 1],
  [-5, 1],
  [-10, 1],
  [10, 1],
  [5_000, 1],
  [-5_000, 1],
  [2 ** 30, 1],
  [-(2 ** 30), 1],
]);

/** `acceptable`: the four rows of Table 6 of §3.4, and their edges. */
export const tested: Arguments = {
  arbitrary: tuple(
    ...[anchor, anywhere, nat(WINDOWS.length - 1), nat(BITS.length - 1)],
    ...[nat(LENGTHS.length - 1), nat(EDGES.length - 1), nat(STEPS.length - 1)],
  ),
  toArgs([place = 0, other = 0, wnd = 0, bits = 0, long = 0, edge = 0, by = 0]) {
    const rcvNxt = anchorAt(place, other);
    const rcvWnd = at(WINDOWS, wnd);
    const ctl = ctlOf(at(BITS, bits));
    const data = new Uint8Array(at(LENGTHS, long));
    const length = data.length + Number(ctl.syn) + Number(ctl.fin);
    const [which, side] = at(EDGES, edge).split(' ');
    const from = add(rcvNxt, side === 'left' ? 0 : rcvWnd);
    const back = which === 'first' ? 0 : Math.max(0, length - 1);
    const seq = add(from, at(STEPS, by) - back);
    const fits = isDecided(distance(rcvNxt, seq), length, rcvWnd);
    return [{ seq: fits ? seq : rcvNxt, ctl: { ...ctl }, data }, rcvNxt, rcvWnd];
  },
};

/**
 * Does Table 6 decide, and common sense agree? Not where a segment covers the whole window and more on
 * both sides: some of it is inside, though neither end is.
 */
function isDecided(first: number, length: number, wnd: number): boolean {
  const last = (first + Math.max(1, length) - 1) >>> 0;
  const isAround = first >= HALF && last < HALF && last >= wnd && wnd > 0;
  return !isAround && [first, last, first - wnd, last - wnd].every((n) => n >>> 0 !== HALF);
}
