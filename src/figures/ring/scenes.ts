import { answerRows, tellComparison } from './compare-words.ts';
import { compare } from './compare.ts';
import { dialSvg, drawDial } from './compare-draw.ts';
import type { RingState } from './change.ts';
import { layoutSvg, type RingOptions } from './draw.ts';
import { fitViews, layoutRing, type RingLayout, type Views } from './layout.ts';
import { judge } from './segment.ts';
import { drawSegment, segmentSvg } from './segment-draw.ts';
import {
  fitSegment,
  layoutSegment,
  type SegmentLayout,
  type SegmentViews,
} from './segment-layout.ts';
import { nameSegment, tableRows, tellJudgement } from './segment-words.ts';
import { tellSpaces } from './words.ts';

/*
 * The three parts of the figure as markup: the drawing, what it says in a sentence, and the rows of
 * its table. The same at build time and in the page.
 */

/** The spaces on ring, line and lenses. `hold`: the lenses keep still. */
export function spacesScene(state: RingState, options: RingOptions, old?: Views, hold = false) {
  const views = fitViews(state.spaces, old, hold);
  const layout: RingLayout = layoutRing(state.spaces, { ...options, views, speech: options });
  return {
    ...{ views, layout, svg: layoutSvg(layout, options) },
    sentence: tellSpaces(state.spaces, options).join(' '),
  };
}

export interface SegmentScene {
  readonly views: SegmentViews | null;
  readonly layout: SegmentLayout | null;
  readonly svg: string;
  readonly rows: string;
  readonly sentence: string;
}

/** A segment over the receive window. Without a receive space there is nothing to see. */
export function segmentScene(
  { piece, spaces: { rcv } }: RingState,
  options: RingOptions,
  old: SegmentViews | null = null,
  hold = false,
): SegmentScene {
  if (rcv === null) {
    return { views: null, layout: null, svg: '', rows: '', sentence: options.t('ring.say.noRcv') };
  }
  const judgement = judge(piece, rcv);
  const views = hold && old ? old : fitSegment(piece, judgement.length, rcv, old);
  const layout = layoutSegment(piece, judgement.length, { width: options.width, views });
  const body = drawSegment(layout, { piece, rcv, judgement }, options);
  return {
    ...{ views, layout },
    svg: segmentSvg(layout, body, nameSegment(piece, judgement, options), options.idPrefix),
    rows: tableRows(judgement, rcv, options),
    sentence: tellJudgement(judgement, options),
  };
}

/** Two numbers on the dial. */
export function compareScene(state: RingState, options: RingOptions) {
  const comparison = compare(state.a, state.b, state);
  if (comparison === null) return { svg: '', rows: '', sentence: options.t('ring.compare.none') };
  const sentence = tellComparison(comparison, [state.a, state.b], options);
  return {
    svg: dialSvg(drawDial(comparison, options), sentence, options.idPrefix),
    rows: answerRows(comparison, options),
    sentence,
  };
}
