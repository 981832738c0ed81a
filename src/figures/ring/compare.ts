import type { Seq } from '#tcp';
import { between, leq, lt } from '#tcp/bound.ts';
import { add, distance } from '#tcp/seq.ts';
import { lengthOf, type Piece } from './piece.ts';
import { HALF, type Mark, placeOf, type Side, sideOf, type Spaces } from './spaces.ts';

/** What can be compared: the marks, the segment's first and last number, and a number of one's own. */
export type Point = Mark | 'segSeq' | 'segLast' | 'own';

export const POINTS: readonly Point[] = [
  ...(['una', 'nxt', 'sndEnd', 'rcvNxt', 'rcvEnd'] as const),
  ...(['segSeq', 'segLast', 'own'] as const),
];

/** What the marks, the segment and the reader's number are. */
export interface Numbered {
  readonly spaces: Spaces;
  readonly piece: Piece;
  readonly own: Seq;
}

/** The number of a point; `null` if it has none. */
export function numberOf(point: Point, { spaces, piece, own }: Numbered): Seq | null {
  if (point === 'own') return own;
  if (point === 'segSeq') return piece.seq;
  if (point === 'segLast') return add(piece.seq, Math.max(0, lengthOf(piece) - 1));
  return placeOf(spaces, point);
}

/** In which of the two streams a point counts; `null` for the reader's own number, which fits both. */
export function streamOf(point: Point): Side | null {
  if (point === 'own') return null;
  return point === 'segSeq' || point === 'segLast' ? 'rcv' : sideOf(point);
}

/** Two numbers compared by the engine's own functions, and by a plain `<`. */
export interface Comparison {
  readonly a: Seq;
  readonly b: Seq;
  readonly lt: boolean;
  readonly leq: boolean;
  /** `lt(b, a)`: of two numbers exactly half the ring apart, each is before the other. */
  readonly back: boolean;
  readonly plain: boolean;
  /** From a to b the shorter way round; negative if b is before a. 2³¹ if they have no order. */
  readonly way: number;
  readonly ambiguous: boolean;
  /** The points count different streams: the answer means nothing. */
  readonly unrelated: boolean;
  /** `between(SND.UNA, b, SND.NXT)`: would an ACK of b be new? `null` without a send space. */
  readonly between: boolean | null;
}

/** Compares two points; `null` if one of them has no number. */
export function compare(a: Point, b: Point, numbered: Numbered): Comparison | null {
  const [x, y] = [numberOf(a, numbered), numberOf(b, numbered)];
  if (x === null || y === null) return null;
  const { snd } = numbered.spaces;
  const ahead = distance(x, y);
  const [first, second] = [streamOf(a), streamOf(b)];
  return {
    ...{ a: x, b: y, lt: lt(x, y), leq: leq(x, y), back: lt(y, x), plain: x < y },
    way: ahead > HALF ? ahead - 2 * HALF : ahead,
    ambiguous: ahead === HALF,
    unrelated: first !== null && second !== null && first !== second,
    between: snd && second !== 'rcv' ? between(snd.una, y, snd.nxt) : null,
  };
}
