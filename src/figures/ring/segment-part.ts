import { add } from '#tcp/seq.ts';
import { pageOf, type RingState } from './change.ts';
import { alongStrip } from './drag.ts';
import { type Handle, LEAST_TARGET } from './handle.ts';
import type { DrawPart } from './part.ts';
import { lengthOf, MAX_TEXT } from './piece.ts';
import { judge } from './segment.ts';
import { drawSegment, segmentSvg } from './segment-draw.ts';
import {
  fitSegment,
  layoutSegment,
  SEGMENT_BAR,
  type SegmentLayout,
  type SegmentViews,
} from './segment-layout.ts';
import { nameSegment, tableRows, tellJudgement } from './segment-words.ts';
import { RING } from './spaces.ts';
import type { Speech } from './speech.ts';

/** A segment over the receive window. Without a receive space there is nothing to see. */
export function segmentPart(): DrawPart {
  let views: SegmentViews | null = null;
  return (state, options, hold = false) => {
    const { piece, spaces } = state;
    const { rcv } = spaces;
    if (rcv === null) {
      views = null;
      return { svg: '', rows: '', sentence: options.t('ring.say.noRcv'), handles: [] };
    }
    const judgement = judge(piece, rcv);
    if (!hold || views === null) views = fitSegment(piece, judgement.length, rcv, views);
    const layout = layoutSegment(piece, judgement.length, { width: options.width, views });
    const body = drawSegment(layout, { piece, rcv, judgement }, options);
    return {
      svg: segmentSvg(layout, body, nameSegment(piece, judgement, options), options.idPrefix),
      sentence: tellJudgement(judgement, options),
      rows: tableRows(judgement, rcv, options),
      handles: segmentHandles(layout, state, options),
    };
  };
}

/** The handles of a segment: the whole of it, and its end. */
function segmentHandles(
  { across, views, x, y }: SegmentLayout,
  { piece, spaces }: RingState,
  { t, numbers }: Speech,
): readonly Handle[] {
  const [left, right] = [across.x, across.x + across.width];
  const clip = (at: number) => Math.min(right, Math.max(left, at));
  const [start, end] = [clip(x.start), clip(x.end)];
  const nxt = spaces.rcv?.nxt ?? 0;
  const size = lengthOf(piece);
  const length = numbers.count(size);
  const drag = { measure: alongStrip(views.near.span, across.width), holds: true };
  return [
    {
      ...{ id: 'segSeq', x: (start + end) / 2, y: y.segment + SEGMENT_BAR / 2 },
      ...{ width: Math.max(LEAST_TARGET + 4, end - start), height: LEAST_TARGET },
      ...{ now: piece.seq, max: RING - 1, page: pageOf(spaces, 'rcv'), ...drag },
      text: t('ring.value.segSeq', { seq: numbers.seq(piece.seq), length }),
      home: (nxt - Math.max(1, size) - piece.seq) | 0,
      end: (add(nxt, spaces.rcv?.wnd ?? 0) - piece.seq) | 0,
      move: (by) => ({ do: 'piece', to: { seq: add(piece.seq, by) } }),
    },
    {
      ...{ id: 'segEnd', x: end, y: y.segment - 9, width: 30, height: LEAST_TARGET },
      ...{ now: piece.text, max: MAX_TEXT, text: t('ring.value.segEnd', { length }), page: 1460 },
      ...{ home: 0 - piece.text, end: MAX_TEXT - piece.text, ...drag },
      move: (by) => ({ do: 'piece', to: { text: piece.text + by } }),
    },
  ];
}
