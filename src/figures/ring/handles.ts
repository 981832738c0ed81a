import type { Seq } from '#tcp';
import { add } from '#tcp/seq.ts';
import { pointAt } from './circle.ts';
import type { Change, RingState } from './change.ts';
import { pageOf } from './change.ts';
import { compare } from './compare.ts';
import { discSpots } from './compare-draw.ts';
import { gripY } from './draw-strips.ts';
import type { RingLayout } from './layout.ts';
import { reachOf } from './move.ts';
import { lengthOf, MAX_TEXT } from './segment.ts';
import { SEGMENT_BAR, type SegmentLayout } from './segment-layout.ts';
import { HALF, type Mark, placeOf, RING, type Side, SIDES } from './spaces.ts';
import type { Speech } from './speech.ts';

export type HandleId = Mark | 'carrySnd' | 'carryRcv' | 'segSeq' | 'segEnd' | 'own';

/** Something that can be taken and moved: where it is on its drawing, and what it is as a slider. */
export interface Handle {
  readonly id: HandleId;
  /** Middle and size, px of the drawing. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** As a slider: how far it is from its lowest, and how far it can go from there. */
  readonly now: number;
  readonly max: number;
  /** The value in full. */
  readonly text: string;
  /** What a page key goes by, and what Home and End lead to, in numbers from here. */
  readonly page: number;
  readonly home: number;
  readonly end: number;
  /** The change that moves it by so many numbers. */
  readonly move: (by: number) => Change;
}

/** No target is smaller, px. */
const LEAST = 24;

/** The handles on the drawing of the spaces: one for each mark, and one for each side as a whole. */
export function ringHandles(
  layout: RingLayout,
  state: RingState,
  speech: Speech,
): readonly Handle[] {
  const { spaces } = state;
  const carriers = SIDES.flatMap((side): Handle[] => {
    const seq = placeOf(spaces, side === 'snd' ? 'una' : 'rcvNxt');
    if (seq === null) return [];
    // The two tracks are near one another: each handle leans to its own side.
    const [x, y] = pointAt(layout.circle, layout.r[side] + (side === 'snd' ? 6 : -6), seq);
    return [
      {
        ...{ id: side === 'snd' ? 'carrySnd' : 'carryRcv', x, y, width: 32, height: 32 },
        ...{ now: seq, max: RING - 1, text: speech.numbers.seq(seq), page: pageOf(spaces, side) },
        ...{ home: -seq, end: RING - 1 - seq, move: (by) => ({ do: 'carry', side, by }) },
      },
    ];
  });
  return [...SIDES.flatMap((side) => markHandles(layout, state, side, speech)), ...carriers];
}

function markHandles(
  { lenses }: RingLayout,
  { spaces }: RingState,
  side: Side,
  { numbers }: Speech,
): readonly Handle[] {
  const lens = lenses[side];
  if (lens === null) return [];
  return lens.marks.map(({ mark, x }, i) => {
    const { low, high } = reachOf(spaces, mark);
    return {
      ...{ id: mark, x, y: gripY(lens, i), width: 30, height: LEAST },
      ...{ now: -low, max: high - low, text: numbers.seq(placeOf(spaces, mark) ?? 0) },
      ...{ page: pageOf(spaces, side), home: low, end: high },
      move: (by: number): Change => ({ do: 'mark', mark, by }),
    };
  });
}

/** The handles of a segment: the whole of it, and its end. */
export function segmentHandles(
  { across, x, y }: SegmentLayout,
  { piece, spaces }: RingState,
  { t, numbers }: Speech,
): readonly Handle[] {
  const [left, right] = [across.x, across.x + across.width];
  const clip = (at: number) => Math.min(right, Math.max(left, at));
  const [start, end] = [clip(x.start), clip(x.end)];
  const width = Math.max(LEAST + 4, end - start);
  const page = pageOf(spaces, 'rcv');
  const nxt = spaces.rcv?.nxt ?? 0;
  const length = numbers.count(lengthOf(piece));
  return [
    {
      ...{ id: 'segSeq', x: (start + end) / 2, y: y.segment + SEGMENT_BAR / 2 },
      ...{ width, height: LEAST, now: piece.seq, max: RING - 1, page },
      text: t('ring.value.segSeq', { seq: numbers.seq(piece.seq), length }),
      home: (nxt - Math.max(1, lengthOf(piece)) - piece.seq) | 0,
      end: (add(nxt, spaces.rcv?.wnd ?? 0) - piece.seq) | 0,
      move: (by) => ({ do: 'piece', to: { seq: add(piece.seq, by) } }),
    },
    {
      ...{ id: 'segEnd', x: end, y: y.segment - 9, width: 30, height: LEAST },
      ...{ now: piece.text, max: MAX_TEXT, text: t('ring.value.segEnd', { length }), page: 1460 },
      ...{ home: -piece.text, end: MAX_TEXT - piece.text },
      move: (by) => ({ do: 'piece', to: { text: piece.text + by } }),
    },
  ];
}

/** The handle of the reader's own number on the dial, if it is compared with another. */
export function dialHandles(state: RingState, { numbers }: Speech): readonly Handle[] {
  const { a, b, own } = state;
  const comparison = compare(a, b, state);
  if (comparison === null || (a !== 'own' && b !== 'own')) return [];
  const isFirst = a === 'own';
  const from: Seq = isFirst ? comparison.b : comparison.a;
  const [x, y] = discSpots(comparison)[isFirst ? 'a' : 'b'];
  return [
    {
      ...{ id: 'own', x, y, width: 36, height: 36, now: own, max: RING - 1 },
      ...{ text: numbers.seq(own), page: RING / 16, home: (from - own) | 0 },
      end: (add(from, HALF) - own) | 0,
      move: (by) => ({ do: 'own', to: add(own, by) }),
    },
  ];
}
