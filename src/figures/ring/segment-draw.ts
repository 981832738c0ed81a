import { add } from '#tcp/seq.ts';
import { textWidth } from '../ladder/metrics.ts';
import { escapeText, group, px, xy } from '../ladder/svg.ts';
import { lengthOf, type Piece } from './piece.ts';
import { type Judgement } from './segment.ts';
import { ALL_BAR, SEGMENT_BAR, type SegmentLayout } from './segment-layout.ts';
import { type Receiving, stretches } from './spaces.ts';
import type { Speech } from './speech.ts';
import { spread } from './spread.ts';
import { drawRay, drawRun, drawSeam, drawStretches, type Strip } from './strip.ts';
import { offsetIn, xOf } from './view.ts';

/** What is drawn: a segment, the window, and what the test said of them. */
interface Drawn {
  readonly piece: Piece;
  readonly rcv: Receiving;
  readonly judgement: Judgement;
}

/** The drawing of a segment over the receive window: what of it is inside is solid, the rest is hollow. */
export function drawSegment(layout: SegmentLayout, drawn: Drawn, speech: Speech): string {
  return (
    group('rays', drawAll(layout, drawn, speech)) +
    group('strip', drawNear(layout, drawn, speech)) +
    group('labels', drawLabels(layout, drawn, speech)) +
    group('off', drawOff(layout, speech))
  );
}

/** The strip in which the segment is, with as much of the window as can be seen there. */
function drawNear(
  { views, across, y, x }: SegmentLayout,
  drawn: Drawn,
  { t, numbers }: Speech,
): string {
  const { piece, rcv, judgement } = drawn;
  const window: Strip = { view: views.near, across, y: y.window, height: SEGMENT_BAR };
  const segment: Strip = { ...window, y: y.segment };
  const shift = Math.max(0, (rcv.nxt - piece.seq) | 0);
  const both: Strip = { ...window, y: y.segment, height: y.window + SEGMENT_BAR - y.segment };
  const middle = y.segment + SEGMENT_BAR / 2;
  return (
    drawAxis(window) +
    drawStretches(stretches({ snd: null, rcv }, 'rcv'), 'rcv', window, t) +
    drawRun('segment', piece.seq, judgement.length, segment) +
    drawRun('inside', add(piece.seq, shift), judgement.inside, segment) +
    drawEdges(rcv, both) +
    drawSeam(both, both.y + both.height + 13, numbers) +
    // A segment that takes no numbers is a point: it has a place and no length.
    (judgement.length === 0
      ? `<circle class="empty" cx="${px(x.start)}" cy="${px(middle)}" r="6"/>`
      : '')
  );
}

/** The numbers go on on both sides. */
function drawAxis({ across, y, height }: Strip): string {
  return `<path class="axis" d="M${xy(across.x, y + height / 2)}h${px(across.width)}"/>`;
}

/** The two ends of the window, where they can be seen. */
function drawEdges({ nxt, wnd }: Receiving, { view, across, y, height }: Strip): string {
  return [nxt, add(nxt, wnd)]
    .filter((seq) => offsetIn(view, seq) >= 0 && offsetIn(view, seq) <= view.span)
    .map((seq) => `<path class="mark" d="M${xy(xOf(view, across, seq), y - 6)}v${height + 12}"/>`)
    .join('');
}

/** All of the window, under the part that is magnified, and where that lies in it. */
function drawAll(
  { views, across, y }: SegmentLayout,
  { piece, rcv }: Drawn,
  { t }: Speech,
): string {
  if (y.all === null) return '';
  const strip: Strip = { view: views.all, across, y: y.all, height: ALL_BAR };
  const right = across.x + across.width;
  const clip = (x: number) => Math.min(right, Math.max(across.x, x));
  const { from, span } = views.near;
  const begin = xOf(views.all, across, from);
  const seen = [clip(begin), clip(begin + (span / views.all.span) * across.width)] as const;
  return (
    drawRay([across.x, right], y.window + SEGMENT_BAR, seen, y.all - 4) +
    drawAxis(strip) +
    drawStretches(stretches({ snd: null, rcv }, 'rcv'), 'rcv', strip, t) +
    drawEdges(rcv, strip) +
    drawRun('inside', piece.seq, lengthOf(piece), strip)
  );
}

function drawLabels(
  { views, across, y, x, off }: SegmentLayout,
  { piece, rcv, judgement: { length } }: Drawn,
  { t, numbers }: Speech,
): string {
  const below = [
    { name: t('ring.mark.rcvNxt'), seq: rcv.nxt },
    { name: t('ring.mark.rcvEnd'), seq: add(rcv.nxt, rcv.wnd) },
  ].map((each) => ({ ...each, x: xOf(views.all, across, each.seq) }));
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
  const bottom = y.all === null ? y.window + SEGMENT_BAR : y.all + ALL_BAR;
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
