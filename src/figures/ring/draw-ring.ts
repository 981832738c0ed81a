import { add } from '#tcp/seq.ts';
import { escapeText, group, px, xy } from '../ladder/svg.ts';
import { arcPath, pointAt } from './circle.ts';
import type { RingLayout } from './layout.ts';
import { HALF, MARKS, placeOf, RING, type Side, SIDES, type Stretch, stretches } from './spaces.ts';
import type { Speech } from './speech.ts';
import { type Tag, TAG_LINE } from './tags.ts';

/** Half the height of a band on its track. */
const BAND = 4.5;

/** The ring: its two tracks with their arcs, the edge, the half, and what stands where. */
export function drawRing(layout: RingLayout, { t, numbers }: Speech): string {
  const { circle, r, spaces } = layout;
  const { cx, cy } = circle;
  const track = (side: Side) =>
    `<circle class="track" cx="${px(cx)}" cy="${px(cy)}" r="${r[side]}"/>`;
  const ticks = [RING / 4, HALF, (RING / 4) * 3].map((seq) => across(layout, seq, 3));
  const top = cy - r.snd - 12;
  const edge =
    `<path class="edge" d="M${xy(cx, top)}V${px(cy - r.rcv + 10)}"/>` +
    `<text class="tick" x="${px(cx - 6)}" y="${px(top)}" text-anchor="end">${numbers.seq(RING - 1)}</text>` +
    `<text class="tick" x="${px(cx + 6)}" y="${px(top)}">${numbers.seq(0)}</text>`;
  const bottom = `<text class="tick" x="${px(cx)}" y="${px(cy + r.snd + 20)}" text-anchor="middle">${t('ring.tick.half')}</text>`;
  const arcs = SIDES.flatMap((side) =>
    stretches(spaces, side).map((stretch) => drawArc(layout, side, stretch)),
  );
  const marks = SIDES.flatMap((side) =>
    MARKS[side].map((mark) => {
      const seq = placeOf(spaces, mark);
      if (seq === null) return '';
      const [a, b] = [pointAt(circle, r[side] - 8, seq), pointAt(circle, r[side] + 8, seq)];
      return `<path class="mark" d="M${xy(...a)}L${xy(...b)}"/>`;
    }),
  );
  return (
    group('scale', track('snd') + track('rcv') + ticks.join('') + edge + bottom) +
    group('halves', drawHalves(layout, t)) +
    group('arcs', arcs.join('')) +
    group('marks', marks.join('')) +
    group('tags', layout.tags.map(drawTag).join('')) +
    group('grips', drawCarriers(layout))
  );
}

/** A tick across both tracks. */
function across({ circle, r }: RingLayout, seq: number, over: number): string {
  const [a, b] = [pointAt(circle, r.rcv - over, seq), pointAt(circle, r.snd + over, seq)];
  return `<path class="tick" d="M${xy(...a)}L${xy(...b)}"/>`;
}

/** The line through SND.UNA that parts what is after it from what is before. */
function drawHalves({ circle, r, spaces: { snd } }: RingLayout, t: Speech['t']): string {
  if (snd === null) return '';
  const inner = r.rcv - 12;
  const [a, b] = [pointAt(circle, inner, snd.una), pointAt(circle, inner, add(snd.una, HALF))];
  const end = pointAt(circle, r.snd + 4, add(snd.una, HALF));
  const foot = pointAt(circle, r.snd - 4, add(snd.una, HALF));
  const word = (key: string, seq: number) => {
    const [x, y] = pointAt(circle, r.rcv * 0.48, seq);
    return `<text class="word" x="${px(x)}" y="${px(y + 4)}" text-anchor="middle">${escapeText(t(key))}</text>`;
  };
  return (
    `<path class="cut" d="M${xy(...a)}L${xy(...b)}"/><path class="half" d="M${xy(...foot)}L${xy(...end)}"/>` +
    word('ring.after', add(snd.una, RING / 4)) +
    word('ring.before', add(snd.una, -RING / 4))
  );
}

function drawArc({ circle, r }: RingLayout, side: Side, { kind, from, length }: Stretch): string {
  if (kind === 'done') return `<path class="done" d="${arcPath(circle, r[side], from, length)}"/>`;
  if (kind === 'flight') {
    return `<path class="flight" d="${arcPath(circle, r[side], from, length)}"/>`;
  }
  // An open band: two edges, and paper between them.
  const edge = (by: number) => arcPath(circle, r[side] + by, from, length);
  return `<path class="open-fill" d="${edge(0)}"/><path class="open" d="${edge(BAND)}${edge(-BAND)}"/>`;
}

function drawTag({ kind, lines, from, x, y, anchor }: Tag): string {
  const top = y - ((lines.length - 1) * TAG_LINE) / 2 + 4;
  const gap = anchor === 'start' ? -4 : 4;
  const leader =
    kind === 'tick' ? '' : `<path class="leader" d="M${xy(...from)}L${xy(x + gap, y)}"/>`;
  const text = lines.map(
    (line, i) =>
      `<text class="${kind}" x="${px(x)}" y="${px(top + i * TAG_LINE)}" text-anchor="${anchor}">${escapeText(line)}</text>`,
  );
  return leader + text.join('');
}

/** What a whole side is carried by. */
function drawCarriers({ circle, r, spaces: { snd, rcv } }: RingLayout): string {
  const grip = (side: Side, seq: number | undefined) => {
    if (seq === undefined) return '';
    const [x, y] = pointAt(circle, r[side], seq);
    return `<circle class="grip ${side}" cx="${px(x)}" cy="${px(y)}" r="5.5"/>`;
  };
  return grip('snd', snd?.una) + grip('rcv', rcv?.nxt);
}
