/** A stretch of time and the height it takes. Folded stretches are squeezed and drawn broken. */
export interface Piece {
  readonly t1: number;
  readonly t2: number;
  readonly y1: number;
  readonly y2: number;
  readonly folded: boolean;
}

/** Time downwards: pieces in order, without gaps, each straight. ms and px. */
export interface TimeScale {
  /** px per ms outside folds. */
  readonly k: number;
  readonly pieces: readonly Piece[];
}

/** A stretch of time in which something is drawn that must not be folded. */
export type Busy = readonly [from: number, to: number];

/** A moment at which so much happens that it needs height of its own: it is drawn slower than the rest. */
export interface Hold {
  readonly t: number;
  /** Before anything else happens, ms. */
  readonly until: number;
  /** What it takes more, px. */
  readonly height: number;
}

/** Heights, px: of a folded wait, of the plain paper on either side of it, of what is worth folding. */
export const FOLD = { height: 44, margin: 26, from: 220 } as const;

/**
 * Lays out time from `start` to `end`. A wait between two busy stretches that would be higher than
 * `FOLD.from` keeps a margin at both ends, and what lies between is folded. Nothing busy is folded.
 */
export function timeScale(
  start: number,
  end: number,
  busy: readonly Busy[],
  k: number,
  top: number,
  holds: readonly Hold[] = [],
): TimeScale {
  const margin = FOLD.margin / k;
  const stretches: Stretch[] = holds.map(({ t, until, height }) => ({
    ...{ from: t, to: until, height: height + (until - t) * k, folded: false },
  }));
  let idle = start;
  for (const [from, to] of [...busy].sort((a, b) => a[0] - b[0])) {
    if ((from - idle) * k > FOLD.from) {
      stretches.push({ from: idle + margin, to: from - margin, height: FOLD.height, folded: true });
    }
    idle = Math.max(idle, to);
  }
  stretches.sort((a, b) => a.from - b.from);
  return { k, pieces: piecesOf(start, end, stretches, k, top) };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly height: number;
  readonly folded: boolean;
}

function piecesOf(
  start: number,
  end: number,
  stretches: readonly Stretch[],
  k: number,
  top: number,
) {
  const pieces: Piece[] = [];
  let t = start;
  let y = top;
  const add = (t2: number, height: number, folded: boolean) => {
    pieces.push({ t1: t, t2, y1: y, y2: y + height, folded });
    t = t2;
    y += height;
  };
  for (const { from, to, height, folded } of stretches) {
    if (from > t) add(from, (from - t) * k, false);
    if (to > t) add(to, height, folded);
  }
  if (end > t || pieces.length === 0) add(end, (end - t) * k, false);
  return pieces;
}

/** The piece in which something lies, found by where the pieces end. */
function pieceAt(pieces: readonly Piece[], ends: (piece: Piece) => number, value: number) {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece !== undefined && value <= ends(piece)) high = middle;
    else low = middle + 1;
  }
  return pieces[low];
}

/** The height at which a time stands. Times outside the scale stand at its ends. */
export function yAt({ pieces }: TimeScale, t: number): number {
  const piece = pieceAt(pieces, (p) => p.t2, t);
  if (piece === undefined) return 0;
  const part = piece.t2 === piece.t1 ? 0 : (t - piece.t1) / (piece.t2 - piece.t1);
  return piece.y1 + Math.min(1, Math.max(0, part)) * (piece.y2 - piece.y1);
}

/** The time that stands at a height: the inverse of `yAt`. */
export function timeAt({ pieces }: TimeScale, y: number): number {
  const piece = pieceAt(pieces, (p) => p.y2, y);
  if (piece === undefined) return 0;
  const part = piece.y2 === piece.y1 ? 0 : (y - piece.y1) / (piece.y2 - piece.y1);
  return piece.t1 + Math.min(1, Math.max(0, part)) * (piece.t2 - piece.t1);
}
