import type { Translator } from '#text/text.ts';
import { textWidth } from '../ladder/metrics.ts';
import { escapeText, px, xy } from '../ladder/svg.ts';
import type { Numbers } from './number.ts';
import { RING, type Side, type Stretch } from './spaces.ts';
import { type Across, edgeIn, seenOf, type View } from './view.ts';

/** A part of the ring that is drawn straight, as a band; px. */
export interface Strip {
  readonly view: View;
  readonly across: Across;
  /** Top and height of the band. */
  readonly y: number;
  readonly height: number;
}

/** Where a band is too low for words, px. */
const WORDS_FROM = 20;

/** What a run of numbers looks like between two places. Nothing is drawn thinner than can be seen. */
export function bar(kind: string, x1: number, x2: number, y: number, height: number): string {
  const rect = (name: string) =>
    `<rect class="${name}" x="${px(x1)}" y="${px(y)}" width="${px(Math.max(0.6, x2 - x1))}" height="${height}"/>`;
  if (kind !== 'open') return rect(kind);
  // As on the ring: two edges, and paper between them. Where it ends has a mark of its own.
  const edge = (at: number) => `M${xy(x1, at)}H${px(x2)}`;
  return `${rect('open-fill')}<path class="open" d="${edge(y)}${edge(y + height)}"/>`;
}

/** A run of numbers along a strip; over the edge of the view it falls in two. */
export function drawRun(
  kind: string,
  from: number,
  length: number,
  { view, across, y, height }: Strip,
): string {
  const scale = across.width / view.span;
  return seenOf(view, { from, length })
    .map(([a, b]) => bar(kind, across.x + a * scale, across.x + b * scale, y, height))
    .join('');
}

/** The stretches of a side along a strip, each with its word where there is room, else with its dash. */
export function drawStretches(
  all: readonly Stretch[],
  side: Side,
  strip: Strip,
  t: Translator,
): string {
  const { view, across, y, height } = strip;
  const scale = across.width / view.span;
  const middle = y + height / 2;
  const bars = all.map(({ kind, from, length }) => drawRun(kind, from, length, strip));
  const words = all.flatMap(({ kind, from, length }) =>
    seenOf(view, { from, length }).map(([a, b]) => {
      const [x1, x2] = [across.x + a * scale, across.x + b * scale];
      const text = t(`ring.stretch.${side}.${kind}`);
      if (height >= WORDS_FROM && textWidth(text, 'state', 12) + 26 <= x2 - x1) {
        return `<text class="of-${kind}" x="${px((x1 + x2) / 2)}" y="${px(middle + 4)}" text-anchor="middle">${escapeText(text)}</text>`;
      }
      return kind === 'done' ? `<path class="done" d="M${xy(x1, middle)}H${px(x2)}"/>` : '';
    }),
  );
  return bars.join('') + words.join('');
}

/** The edge between 4294967295 and 0 across a strip, if it is in the view; its two numbers at `labelY`. */
export function drawSeam(
  { view, across, y, height }: Strip,
  labelY: number,
  numbers: Numbers,
): string {
  const edge = edgeIn(view);
  if (edge === null) return '';
  const x = across.x + (edge / view.span) * across.width;
  const number = (dx: number, seq: number, anchor: string) =>
    `<text class="tick" x="${px(x + dx)}" y="${px(labelY)}" text-anchor="${anchor}">${numbers.seq(seq)}</text>`;
  return (
    `<path class="edge" d="M${xy(x, y - 5)}v${height + 10}"/>` +
    number(-4, RING - 1, 'end') +
    number(4, 0, 'start')
  );
}

/** The light between a run on one strip (from `a` to `b`, at height `y1`) and what it is on another. */
export function drawRay(
  [a, b]: readonly [number, number],
  y1: number,
  [u, v]: readonly [number, number],
  y2: number,
): string {
  return `<path class="ray" d="M${xy(a, y1)}L${xy(u, y2)}H${px(v)}L${xy(b, y1)}"/>`;
}
