import { add, distance } from '#tcp/seq.ts';
import type { Piece } from './piece.ts';
import type { Receiving } from './spaces.ts';
import { type Across, fitView, type View, xOf } from './view.ts';

/** What of the ring is shown: all of the window, and what of it is magnified; the same if nothing is. */
export interface SegmentViews {
  readonly near: View;
  readonly all: View;
}

/** The segment over the window, as geometry, px. */
export interface SegmentLayout {
  readonly width: number;
  readonly height: number;
  readonly views: SegmentViews;
  readonly across: Across;
  /** Tops of the segment's bar, of the window's, and of all of the window where that is magnified. */
  readonly y: { readonly segment: number; readonly window: number; readonly all: number | null };
  /** Ends of the segment's bar; the same if it is empty. */
  readonly x: { readonly start: number; readonly end: number };
  /** How far the segment lies off the view; `null` if it can be seen. */
  readonly off: { readonly side: 'before' | 'after'; readonly by: number } | null;
}

/** Heights of the bars, and of the strip that shows all of the window. */
export const SEGMENT_BAR = 22;
export const ALL_BAR = 12;

const MARGIN = 14;
/** A segment that takes less of the strip is magnified: else one could not see what of it is inside. */
const HAIR = 1 / 12;

/**
 * The views in which window and segment can be seen, if they are near enough to one another; those of
 * before, where they still do.
 */
export function fitSegment(
  { seq }: Piece,
  length: number,
  { nxt, wnd }: Receiving,
  old: SegmentViews | null,
): SegmentViews {
  const [a, b] = [(seq - nxt) | 0, ((seq - nxt) | 0) + length];
  const [low, high] = [Math.min(0, a), Math.max(wnd, b)];
  // A segment far away would make the window a hair: then the window alone is shown.
  const isNear = high - low <= Math.max(wnd, length, 12) * 4;
  const run = isNear ? { from: add(nxt, low), length: high - low } : { from: nxt, length: wnd };
  const all = fitView(run, old?.all);
  const size = Math.max(length, 4);
  if (!isNear || size > all.span * HAIR) return { near: all, all };
  return { near: fitView({ from: add(seq, -size), length: 3 * size }, old?.near), all };
}

/** Lays the segment over the window. Pure. */
export function layoutSegment(
  { seq }: Piece,
  length: number,
  { width, views }: { width: number; views: SegmentViews },
): SegmentLayout {
  const { near, all } = views;
  const across = { x: MARGIN, width: width - 2 * MARGIN };
  const [x1, x2] = [across.x, across.x + across.width];
  const start = xOf(near, across, seq);
  const end = start + (length / near.span) * across.width;
  const off =
    end < x1
      ? ({ side: 'before', by: distance(add(seq, length), near.from) } as const)
      : start > x2
        ? ({ side: 'after', by: distance(add(near.from, near.span), seq) } as const)
        : null;
  const y = { segment: 52, window: 86, all: near === all ? null : 152 };
  const bottom = y.all === null ? y.window + SEGMENT_BAR : y.all + ALL_BAR;
  return { width, height: bottom + 68, views, across, y, x: { start, end }, off };
}
