import { textWidth } from '../ladder/metrics.ts';
import type { Circle } from './circle.ts';
import { layoutTags, type Tag } from './tags.ts';
import { inFlight, MARKS, type Mark, placeOf, type Side, type Spaces } from './spaces.ts';
import type { Speech } from './speech.ts';
import { spread } from './spread.ts';
import { type Across, fitView, type View, xOf } from './view.ts';

/** The two drawings that a page carries; a living one is as wide as its place. */
export const WIDTHS = { wide: 600, narrow: 346 } as const;
/** A drawing narrower than this has its key under the ring. */
const SMALL_BELOW = 560;

export const STRIP = 26;
/** Room for the lettering beside a small ring. */
const LETTERING = 84;
/** Air at both ends of line and lenses: half a handle. */
const MARGIN = 14;

/** The views of the two lenses. */
export type Views = Readonly<Record<Side, View | null>>;

/** A mark in a lens. */
export interface LensMark {
  readonly mark: Mark;
  readonly x: number;
  /** Middle of its label. */
  readonly labelX: number;
}

/** A lens: a part of the line, magnified. */
export interface Lens {
  readonly side: Side;
  readonly view: View;
  readonly across: Across;
  /** Top of its strip. */
  readonly y: number;
  readonly marks: readonly LensMark[];
}

/** The drawing of the spaces as geometry, px. */
export interface RingLayout {
  readonly width: number;
  readonly height: number;
  readonly small: boolean;
  readonly spaces: Spaces;
  readonly circle: Circle;
  /** Radii of the two tracks: sending outside, receiving inside. */
  readonly r: Readonly<Record<Side, number>>;
  readonly tags: readonly Tag[];
  readonly key: { readonly x: number; readonly y: number; readonly column: number };
  readonly line: { readonly across: Across; readonly y: number };
  readonly lenses: Readonly<Record<Side, Lens | null>>;
  /** Where the strips of the lenses begin, drawn or not. */
  readonly stripY: Readonly<Record<Side, number>>;
}

/**
 * The views in which a lens shows all marks of its side; those of before, where they still do or are
 * to be held.
 */
export function fitViews({ snd, rcv }: Spaces, old?: Views, hold = false): Views {
  if (hold && old !== undefined) return old;
  return {
    snd: snd && fitView({ from: snd.una, length: Math.max(snd.wnd, inFlight(snd)) }, old?.snd),
    rcv: rcv && fitView({ from: rcv.nxt, length: rcv.wnd }, old?.rcv),
  };
}

/** Lays out ring, line and lenses for a drawing of this width. Pure. */
export function layoutRing(
  spaces: Spaces,
  { width, views, speech }: { width: number; views: Views; speech: Speech },
): RingLayout {
  const small = width < SMALL_BELOW;
  // Lettering stands on both sides of the ring: what is left is for the ring.
  const outer = small ? Math.min(84, Math.floor(width / 2) - LETTERING) : 108;
  const r = { snd: outer, rcv: outer - (small ? 18 : 22) };
  const circle = { cx: Math.round(small ? width / 2 : width * 0.33), cy: outer + 38 };
  const below = circle.cy + r.snd + 36;
  const key = small
    ? { x: MARGIN, y: below + 4, column: (width - 2 * MARGIN) / 2 }
    : { x: circle.cx + r.snd + 112, y: 40, column: 0 };
  // In a small drawing the title of a lens takes two lines.
  const title = small ? 15 : 0;
  const strips = (small ? below + 150 : below) + title;
  const stripY = { snd: strips + 72, rcv: strips + 72 + STRIP + 72 + 76 };
  const across = { x: MARGIN, width: width - 2 * MARGIN };
  const lens = (side: Side) => layoutLens(spaces, side, views[side], across, stripY[side], speech);
  return {
    ...{ width, small, spaces, circle, r, key, stripY },
    height: stripY.rcv + STRIP + 84 + title,
    tags: layoutTags(spaces, circle, r, speech),
    line: { across, y: stripY.snd + STRIP + 72 },
    lenses: { snd: lens('snd'), rcv: lens('rcv') },
  };
}

function layoutLens(
  spaces: Spaces,
  side: Side,
  view: View | null,
  across: Across,
  y: number,
  { t, numbers }: Speech,
): Lens | null {
  if (view === null) return null;
  const marks = MARKS[side].flatMap((mark) => {
    const seq = placeOf(spaces, mark);
    if (seq === null) return [];
    const name = textWidth(t(`ring.mark.${mark}`), 'flags', 13);
    const size = Math.max(name, textWidth(numbers.seq(seq), 'numbers', 12)) + 10;
    return [{ mark, x: xOf(view, across, seq), size }];
  });
  const middles = spread(
    marks.map(({ x, size }) => ({ at: x, size })),
    0,
    across.width + 2 * across.x,
  );
  return {
    ...{ side, view, across, y },
    marks: marks.map(({ mark, x }, i) => ({ mark, x, labelX: middles[i] ?? x })),
  };
}
