import { add, distance } from '#tcp/seq.ts';
import { textWidth } from '../ladder/metrics.ts';
import { escapeText, group, px, xy } from '../ladder/svg.ts';
import { bar } from './draw-strips.ts';
import { type Judgement, type Piece } from './segment.ts';
import { RING, type Receiving } from './spaces.ts';
import type { Speech } from './speech.ts';
import { spread } from './spread.ts';
import { type Across, edgeIn, fitView, seenOf, type View, xOf } from './view.ts';

/** The segment over the window, as geometry, px. */
export interface SegmentLayout {
  readonly width: number;
  readonly height: number;
  readonly view: View;
  readonly across: Across;
  /** Top of the segment's bar and of the window's. */
  readonly y: { readonly segment: number; readonly window: number };
  /** Ends of the segment's bar; the same if it is empty. */
  readonly x: { readonly start: number; readonly end: number };
  /** How far the segment lies off the view; `null` if it can be seen. */
  readonly off: { readonly side: 'before' | 'after'; readonly by: number } | null;
}

export const SEGMENT_BAR = 22;
const MARGIN = 14;
const HEIGHT = 176;

/** The view in which window and segment can be seen, if they are near enough to one another. */
export function fitSegment(piece: Piece, length: number, rcv: Receiving, old: View | null): View {
  const [a, b] = [(piece.seq - rcv.nxt) | 0, ((piece.seq - rcv.nxt) | 0) + length];
  const [low, high] = [Math.min(0, a), Math.max(rcv.wnd, b)];
  // A segment far away would make the window a hair: then the window alone is shown.
  const isNear = high - low <= Math.max(rcv.wnd, length, 12) * 4;
  const run = isNear
    ? { from: add(rcv.nxt, low), length: high - low }
    : { from: rcv.nxt, length: rcv.wnd };
  return fitView(run, old);
}

/** Lays the segment over the window. Pure. */
export function layoutSegment(
  piece: Piece,
  length: number,
  { width, view }: { width: number; view: View },
): SegmentLayout {
  const across = { x: MARGIN, width: width - 2 * MARGIN };
  const [x1, x2] = [across.x, across.x + across.width];
  const start = xOf(view, across, piece.seq);
  const end = start + (length / view.span) * across.width;
  const off =
    end < x1
      ? ({ side: 'before', by: distance(add(piece.seq, length), view.from) } as const)
      : start > x2
        ? ({ side: 'after', by: distance(add(view.from, view.span), piece.seq) } as const)
        : null;
  return {
    width,
    height: HEIGHT,
    view,
    across,
    y: { segment: 52, window: 86 },
    x: { start, end },
    off,
  };
}

/** The drawing of a segment over the receive window: what of it is inside is solid, the rest is hollow. */
export function drawSegment(
  layout: SegmentLayout,
  { piece, rcv, judgement }: { piece: Piece; rcv: Receiving; judgement: Judgement },
  speech: Speech,
): string {
  const { across, view, y } = layout;
  const scale = across.width / view.span;
  const parts = (kind: string, from: number, length: number, top: number) =>
    seenOf(view, { from, length }).map(([a, b]) =>
      bar(kind, across.x + a * scale, across.x + b * scale, top, SEGMENT_BAR),
    );
  const half = RING / 2 - 1;
  const rows = [
    ...parts('done', add(rcv.nxt, -half), half, y.window),
    ...parts('open', rcv.nxt, rcv.wnd, y.window),
  ];
  const shift = Math.max(0, (rcv.nxt - piece.seq) | 0);
  const inside =
    judgement.inside > 0 ? parts('inside', add(piece.seq, shift), judgement.inside, y.segment) : [];
  const frame =
    judgement.length === 0
      ? `<path class="empty" d="M${xy(layout.x.start, y.segment)}v${SEGMENT_BAR}"/>`
      : parts('segment', piece.seq, judgement.length, y.segment).join('');
  const edges = [rcv.nxt, add(rcv.nxt, rcv.wnd)].map(
    (seq) =>
      `<path class="mark" d="M${xy(xOf(view, across, seq), y.segment - 6)}V${y.window + SEGMENT_BAR + 6}"/>`,
  );
  const cut = edgeIn(view);
  const seam =
    cut === null
      ? ''
      : `<path class="edge" d="M${xy(across.x + cut * scale, y.segment - 6)}V${y.window + SEGMENT_BAR + 6}"/>`;
  return (
    group('strip', rows.join('') + frame + inside.join('') + edges.join('') + seam) +
    group('labels', drawLabels(layout, piece, rcv, judgement, speech)) +
    group('off', drawOff(layout, speech))
  );
}

function drawLabels(
  { across, view, y, x, off }: SegmentLayout,
  piece: Piece,
  rcv: Receiving,
  { length }: Judgement,
  { t, numbers }: Speech,
): string {
  const below = [
    { name: t('ring.mark.rcvNxt'), seq: rcv.nxt },
    { name: t('ring.mark.rcvEnd'), seq: add(rcv.nxt, rcv.wnd) },
  ].map((each) => ({ ...each, x: xOf(view, across, each.seq) }));
  const above = [
    { name: t('ring.mark.segSeq'), seq: piece.seq, x: x.start },
    ...(length > 1
      ? [{ name: t('ring.mark.segLast'), seq: add(piece.seq, length - 1), x: x.end }]
      : []),
  ];
  const row = (labels: typeof below, nameY: number, leader: readonly [number, number]) => {
    const wishes = labels.map(({ name, seq, x: at }) => ({
      at,
      size: Math.max(textWidth(name, 'flags', 13), textWidth(numbers.seq(seq), 'numbers', 12)) + 10,
    }));
    const middles = spread(wishes, 0, across.width + 2 * across.x);
    return labels.map(({ name, seq, x: at }, i) => {
      const middle = middles[i] ?? at;
      const text = (kind: string, dy: number, words: string) =>
        `<text class="${kind}" x="${px(middle)}" y="${nameY + dy}" text-anchor="middle">${escapeText(words)}</text>`;
      return `<path class="leader" d="M${xy(middle, leader[0])}L${xy(at, leader[1])}"/>${text('name', 0, name)}${text('number', 14, numbers.seq(seq))}`;
    });
  };
  const top = off === null ? row(above, 14, [33, y.segment - 2]) : [];
  const bottom = y.window + SEGMENT_BAR;
  return [...top, ...row(below, bottom + 32, [bottom + 19, bottom + 6])].join('');
}

/** Where the segment is when it lies outside of what is magnified. */
function drawOff({ across, y, off }: SegmentLayout, { t, numbers }: Speech): string {
  if (off === null) return '';
  const isBefore = off.side === 'before';
  const x = isBefore ? across.x : across.x + across.width;
  const [point, tail] = isBefore ? [x, 22] : [x, -22];
  const middle = y.segment + SEGMENT_BAR / 2;
  const text = t(`ring.off.${off.side}`, { n: numbers.count(off.by) });
  return `<path class="pointer" d="M${xy(point, middle)}h${tail}M${xy(point + Math.sign(tail) * 7, middle - 5)}L${xy(point, middle)}L${xy(point + Math.sign(tail) * 7, middle + 5)}"/><text class="word" x="${px(point + tail * 1.3)}" y="${middle + 4}" text-anchor="${isBefore ? 'start' : 'end'}">${escapeText(text)}</text>`;
}

/** The drawing as an `<svg>` element. */
export function segmentSvg(layout: SegmentLayout, body: string, name: string, id: string): string {
  const { width, height } = layout;
  return `<svg class="ring" role="img" aria-labelledby="${id}-title" viewBox="0 0 ${px(width)} ${height}" width="${px(width)}" height="${height}"><title id="${id}-title">${escapeText(name)}</title><g class="body"><g class="lens over">${body}</g></g></svg>`;
}
