import type { Seq } from '#tcp';
import { leq, lt } from '#tcp/bound.ts';
import { acceptable } from '#tcp/planks/acceptable.ts';
import { add } from '#tcp/seq.ts';
import { asSegment, lengthOf, type Piece } from './piece.ts';
import type { Receiving } from './spaces.ts';

/** A comparison `low =< x < high` as it was made, or one of equality. */
export interface Comparison {
  /** `first`: of SEG.SEQ; `last`: of SEG.SEQ+SEG.LEN−1; `equal`: SEG.SEQ = RCV.NXT. */
  readonly of: 'first' | 'last' | 'equal';
  readonly x: Seq;
  /** RCV.NXT =< x, or x = RCV.NXT. */
  readonly left: boolean;
  /** x < RCV.NXT+RCV.WND. */
  readonly right: boolean;
  readonly holds: boolean;
}

/** What the acceptability test says of a segment (RFC 9293 §3.4, Table 5), and how it came to it. */
export interface Judgement {
  /** SEG.LEN, control bits counted. */
  readonly length: number;
  /** Which of the four rows decides, from 0. */
  readonly row: 0 | 1 | 2 | 3;
  readonly comparisons: readonly Comparison[];
  readonly acceptable: boolean;
  /** How many of its numbers lie in the window. */
  readonly inside: number;
  /** It begins before the window and ends after it: something of it is inside, and neither end. */
  readonly covers: boolean;
  readonly where: 'before' | 'inside' | 'left' | 'right' | 'after' | 'covers' | 'empty';
}

/** Judges a segment by the engine's own test, and says which row decided and how. */
export function judge(piece: Piece, { nxt, wnd }: Receiving): Judgement {
  const length = lengthOf(piece);
  const last = add(piece.seq, Math.max(0, length - 1));
  const end = add(nxt, wnd);
  const inWindow = (of: 'first' | 'last', x: Seq): Comparison => {
    const [left, right] = [leq(nxt, x), lt(x, end)];
    return { of, x, left, right, holds: left && right };
  };
  const isEqual = piece.seq === nxt;
  const row = length === 0 ? (wnd === 0 ? 0 : 1) : wnd === 0 ? 2 : 3;
  const comparisons: readonly Comparison[] =
    [
      [{ of: 'equal', x: piece.seq, left: isEqual, right: true, holds: isEqual } as const],
      [inWindow('first', piece.seq)],
      [],
      [inWindow('first', piece.seq), inWindow('last', last)],
    ][row] ?? [];
  const isTaken = acceptable({ ...asSegment(piece), seq: piece.seq }, nxt, wnd);
  // Signed distances from RCV.NXT: the half of the ring behind it is before it.
  const [a, b] = [(piece.seq - nxt) | 0, ((piece.seq - nxt) | 0) + length];
  const inside = Math.max(0, Math.min(b, wnd) - Math.max(a, 0));
  return {
    ...{ length, row, comparisons, acceptable: isTaken, inside },
    covers: a < 0 && b > wnd && wnd > 0,
    where: whereIs(a, b, wnd, length),
  };
}

function whereIs(a: number, b: number, wnd: number, length: number): Judgement['where'] {
  if (length === 0) return a < 0 ? 'before' : a < wnd ? 'empty' : a === 0 ? 'empty' : 'after';
  if (b <= 0) return 'before';
  if (a >= wnd) return 'after';
  if (a < 0 && b > wnd) return 'covers';
  if (a < 0) return 'left';
  return b > wnd ? 'right' : 'inside';
}
