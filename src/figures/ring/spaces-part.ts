import { type Change, pageOf, type RingState } from './change.ts';
import { pointAt } from './circle.ts';
import { alongStrip, aroundCircle } from './drag.ts';
import { layoutSvg } from './draw.ts';
import { gripY } from './draw-strips.ts';
import { type Handle, LEAST_TARGET } from './handle.ts';
import { fitViews, layoutRing, type RingLayout, type Views } from './layout.ts';
import { reachOf } from './move.ts';
import type { DrawPart } from './part.ts';
import { placeOf, RING, type Side, SIDES } from './spaces.ts';
import type { Speech } from './speech.ts';
import { tellSpaces } from './words.ts';

/** The spaces on ring, line and lenses. */
export function spacesPart(): DrawPart {
  let views: Views | undefined;
  return (state, options, hold = false) => {
    views = fitViews(state.spaces, views, hold);
    const layout = layoutRing(state.spaces, { width: options.width, views, speech: options });
    return {
      svg: layoutSvg(layout, options),
      sentence: tellSpaces(state.spaces, options).join(' '),
      rows: null,
      handles: [
        ...SIDES.flatMap((side) => markHandles(layout, state, side, options)),
        ...SIDES.flatMap((side) => carriers(layout, state, side, options)),
      ],
    };
  };
}

/** A handle for each mark of a side, in its lens. */
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
      ...{ id: mark, x, y: gripY(lens, i), width: 30, height: LEAST_TARGET },
      ...{ now: 0 - low, max: high - low, text: numbers.seq(placeOf(spaces, mark) ?? 0) },
      ...{ page: pageOf(spaces, side), home: low, end: high },
      ...{ measure: alongStrip(lens.view.span, lens.across.width), holds: true },
      move: (by: number): Change => ({ do: 'mark', mark, by }),
    };
  });
}

/** A handle on the ring that carries a whole side. */
function carriers(
  { circle, r }: RingLayout,
  { spaces }: RingState,
  side: Side,
  { numbers }: Speech,
): readonly Handle[] {
  const seq = placeOf(spaces, side === 'snd' ? 'una' : 'rcvNxt');
  if (seq === null) return [];
  // The two tracks are near one another: each handle leans to its own side.
  const [x, y] = pointAt(circle, r[side] + (side === 'snd' ? 6 : -6), seq);
  return [
    {
      ...{ id: side === 'snd' ? 'carrySnd' : 'carryRcv', x, y, width: 32, height: 32 },
      ...{ now: seq, max: RING - 1, text: numbers.seq(seq), page: pageOf(spaces, side) },
      ...{ home: 0 - seq, end: RING - 1 - seq, measure: aroundCircle(circle), holds: false },
      move: (by) => ({ do: 'carry', side, by }),
    },
  ];
}
