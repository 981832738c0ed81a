import { add } from '#tcp/seq.ts';
import type { Translator } from '#text/text.ts';
import { escapeText, group, px, xy } from '../ladder/svg.ts';
import { arcPath, type Point, pointAt } from './circle.ts';
import type { Comparison } from './compare.ts';
import type { Numbers } from './number.ts';
import { HALF, RING } from './spaces.ts';
import type { Speech } from './speech.ts';

/** The small ring on which two numbers are compared, px. */
export const DIAL = { width: 300, height: 236, cx: 150, cy: 122, r: 84 } as const;

/** Radius of the discs of the two numbers. */
const DISC = 9;

/** Where the discs stand: on the ring; where they would hide one another, that of `b` further inside. */
export function discSpots({ a, b, way }: Pick<Comparison, 'a' | 'b' | 'way'>): {
  readonly a: Point;
  readonly b: Point;
} {
  const together = ((2 * DISC + 3) / (2 * Math.PI * DIAL.r)) * RING;
  const inner = Math.abs(way) < together ? DIAL.r - 2 * DISC - 5 : DIAL.r;
  return { a: pointAt(DIAL, DIAL.r, a), b: pointAt(DIAL, inner, b) };
}

/** Draws two numbers on the ring: the half that is after `a`, the half that is before it, and where `b` lies. */
export function drawDial(comparison: Comparison, { t, numbers }: Speech): string {
  return (
    group('scale', drawScale(comparison, numbers)) +
    group('halves', drawHalves(comparison, t)) +
    group('grips', drawDiscs(comparison, t))
  );
}

/** The ring with its edge, and the shorter way from one number to the other. */
function drawScale({ a, b, way }: Comparison, numbers: Numbers): string {
  const { cx, cy, r } = DIAL;
  const top = cy - r;
  const [from, length] = way >= 0 ? [a, way] : [b, -way];
  const number = (x: number, seq: number, anchor: string) =>
    `<text class="tick" x="${x}" y="${top - 14}" text-anchor="${anchor}">${numbers.seq(seq)}</text>`;
  return (
    `<path class="after" d="${arcPath(DIAL, r, a, HALF)}"/>` +
    `<path class="before" d="${arcPath(DIAL, r, add(a, HALF), HALF)}"/>` +
    `<path class="edge" d="M${xy(cx, top - 24)}V${px(top + 8)}"/>` +
    number(cx - 6, RING - 1, 'end') +
    number(cx + 6, 0, 'start') +
    `<path class="way" d="${arcPath(DIAL, r - 14, from, length)}"/>`
  );
}

/** The line from `a` to the number half a ring away, and what its two sides are. */
function drawHalves({ a, ambiguous }: Comparison, t: Translator): string {
  const { r } = DIAL;
  const [from, to] = [pointAt(DIAL, r, a), pointAt(DIAL, r, add(a, HALF))];
  const word = (key: string, seq: number) => {
    const [x, y] = pointAt(DIAL, r * 0.5, seq);
    return `<text class="word" x="${px(x)}" y="${px(y + 4)}" text-anchor="middle">${escapeText(t(key))}</text>`;
  };
  return (
    `<path class="cut" d="M${xy(...from)}L${xy(...to)}"/>` +
    `<circle class="half${ambiguous ? ' met' : ''}" cx="${px(to[0])}" cy="${px(to[1])}" r="${DISC + 4}"/>` +
    word('ring.after.a', add(a, RING / 4)) +
    word('ring.before.a', add(a, -RING / 4))
  );
}

/** The two numbers, each with its letter. */
function drawDiscs(comparison: Comparison, t: Translator): string {
  const spots = discSpots(comparison);
  const stem = `<path class="leader" d="M${xy(...pointAt(DIAL, DIAL.r, comparison.b))}L${xy(...spots.b)}"/>`;
  const disc = (side: string, [x, y]: Point, key: string) =>
    `<circle class="grip ${side}" cx="${px(x)}" cy="${px(y)}" r="${DISC}"/>` +
    `<text class="letter ${side}" x="${px(x)}" y="${px(y + 4)}" text-anchor="middle">${escapeText(t(key))}</text>`;
  return stem + disc('snd', spots.a, 'ring.point.a') + disc('rcv', spots.b, 'ring.point.b');
}

/** The dial as an `<svg>` element. */
export function dialSvg(body: string, name: string, id: string): string {
  return `<svg class="ring dial" role="img" aria-labelledby="${id}-title" viewBox="0 0 ${DIAL.width} ${DIAL.height}" width="${DIAL.width}" height="${DIAL.height}"><title id="${id}-title">${escapeText(name)}</title><g class="body">${body}</g></svg>`;
}
