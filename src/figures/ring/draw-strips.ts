import { escapeText, group, px, xy } from '../ladder/svg.ts';
import { type Lens, type RingLayout, STRIP } from './layout.ts';
import { MARKS, placeOf, RING, type Side, SIDES, stretches } from './spaces.ts';
import type { Speech } from './speech.ts';
import { bar, drawRay, drawSeam, drawStretches } from './strip.ts';
import { edgeIn, LINE, seenOf, xOf } from './view.ts';

/** Room that 4294967295 takes before the edge, px. */
const SEAM_NUMBER = 80;

/** The line: the ring cut open at its edge, with the same arcs. */
export function drawLine(layout: RingLayout, { t, numbers }: Speech): string {
  const { across, y } = layout.line;
  const end = across.x + across.width;
  const tick = (seq: number, text: string, anchor: string) => {
    const x = seq === RING ? end : xOf(LINE, across, seq);
    return `<path class="tick" d="M${xy(x, y - 5)}v10"/><text class="tick" x="${px(x)}" y="${px(y + 27)}" text-anchor="${anchor}">${escapeText(text)}</text>`;
  };
  const bars = SIDES.flatMap((side) => {
    const top = side === 'snd' ? y - 14 : y + 5;
    const runs = stretches(layout.spaces, side).flatMap((stretch) =>
      seenOf(LINE, stretch).map(([a, b]) => {
        const [x1, x2] = [a, b].map((n) => across.x + (n / RING) * across.width);
        return bar(stretch.kind, x1 ?? 0, x2 ?? 0, top, 9);
      }),
    );
    const marks = MARKS[side].map((mark) => {
      const seq = placeOf(layout.spaces, mark);
      if (seq === null) return '';
      return `<path class="mark" d="M${xy(xOf(LINE, across, seq), side === 'snd' ? y - 18 : y)}v18"/>`;
    });
    return [...runs, ...marks];
  });
  return (
    `<path class="axis" d="M${xy(across.x, y)}H${px(end)}"/>` +
    `<path class="edge" d="M${xy(across.x, y - 18)}v36M${xy(end, y - 18)}v36"/>` +
    tick(0, numbers.seq(0), 'start') +
    (layout.small ? '' : tick(RING / 4, t('ring.tick.quarter'), 'middle')) +
    tick(RING / 2, t('ring.tick.half'), 'middle') +
    (layout.small ? '' : tick((RING / 4) * 3, t('ring.tick.threeQuarters'), 'middle')) +
    tick(RING, numbers.seq(RING - 1), 'end') +
    bars.join('')
  );
}

/** The light that falls from the line into a lens; cut in two where the edge is in it. */
export function drawRays({ line, lenses }: RingLayout, side: Side): string {
  const lens = lenses[side];
  if (lens === null) return '';
  const { across, view } = lens;
  const [from, to] = side === 'snd' ? [lens.y + STRIP, line.y - 18] : [lens.y, line.y + 18];
  const end = across.x + across.width;
  const x1 = xOf(LINE, across, view.from);
  const x2 = xOf(LINE, across, (view.from + view.span) % RING);
  const edge = edgeIn(view);
  if (edge === null) return drawRay([across.x, end], from, [x1, Math.max(x1, x2)], to);
  const cut = across.x + (edge / view.span) * across.width;
  return (
    drawRay([across.x, cut], from, [x1, end], to) + drawRay([cut, end], from, [across.x, x2], to)
  );
}

/** A lens: its strip with the stretches, its marks with their numbers, and how much it magnifies. */
export function drawLens(layout: RingLayout, side: Side, speech: Speech): string {
  const { t } = speech;
  const y = layout.stripY[side];
  const lens = layout.lenses[side];
  const x = layout.line.across.x;
  const titleY = side === 'snd' ? y - (layout.small ? 73 : 58) : y + STRIP + 74;
  const second = layout.small ? ` x="${x}" dy="15"` : '';
  const title = (text: string) =>
    `<text class="title" x="${x}" y="${titleY}"><tspan class="name">${escapeText(t(`ring.side.${side}`))}</tspan> <tspan${second}>${escapeText(text)}</tspan></text>`;
  if (lens === null) return title(t('ring.lens.none')) + group('strip', drawFrame(layout, y));
  const times = RING / lens.view.span;
  const values = {
    span: speech.numbers.count(lens.view.span),
    times: speech.numbers.count(times >= 10 ? Math.round(times) : Math.round(times * 10) / 10),
  };
  return (
    title(t('ring.lens', values)) +
    group('strip', drawStrip(layout, lens, speech)) +
    group('labels', drawMarks(layout, lens, speech))
  );
}

function drawStrip(layout: RingLayout, lens: Lens, { t, numbers }: Speech): string {
  const { side } = lens;
  return (
    drawFrame(layout, lens.y) +
    drawStretches(stretches(layout.spaces, side), side, { ...lens, height: STRIP }, t) +
    drawSeam({ ...lens, height: STRIP }, seamY(lens), numbers)
  );
}

/** The frame of a lens, and the numbers that go on in it. */
function drawFrame({ line: { across } }: RingLayout, y: number): string {
  return (
    `<path class="axis" d="M${xy(across.x, y + STRIP / 2)}h${px(across.width)}"/>` +
    `<rect class="frame" x="${across.x}" y="${y}" width="${px(across.width)}" height="${STRIP}"/>`
  );
}

/** The numbers of the edge stand on the side of the line; further out where a grip would hide them. */
function seamY({ side, view, across, marks, y }: Lens): number {
  const x = across.x + ((edgeIn(view) ?? 0) / view.span) * across.width;
  const grip = marks.at(-1)?.x ?? -Infinity;
  const out = grip > x - SEAM_NUMBER && grip < x + 24 ? 28 : 13;
  return side === 'snd' ? y + STRIP + out : y - out + 7;
}

/** Grips are further apart than a target is high. */
const GRIP_STEP = 25;

/** Where the grip of a mark sits: each at a height of its own, so that none hides another. */
export function gripY(lens: Lens, index: number): number {
  const middle = lens.y + STRIP / 2;
  const out = lens.side === 'snd' ? -1 : 1;
  if (index === 0) return middle + out * GRIP_STEP;
  return index === lens.marks.length - 1 ? middle - out * GRIP_STEP : middle;
}

function drawMarks({ spaces }: RingLayout, lens: Lens, { t, numbers }: Speech): string {
  const isAbove = lens.side === 'snd';
  const nameY = isAbove ? lens.y - 36 : lens.y + STRIP + 37;
  return lens.marks
    .map(({ mark, x, labelX }, i) => {
      const seq = placeOf(spaces, mark) ?? 0;
      const grip = gripY(lens, i);
      const [top, bottom] = [Math.min(grip, lens.y), Math.max(grip, lens.y + STRIP)];
      const foot = isAbove ? nameY + 19 : nameY - 13;
      const to = isAbove ? top : bottom;
      const text = (name: string, dy: number, words: string) =>
        `<text class="${name}" x="${px(labelX)}" y="${px(nameY + dy)}" text-anchor="middle">${escapeText(words)}</text>`;
      return (
        `<path class="leader" d="M${xy(labelX, foot)}L${xy(x, to)}"/>` +
        `<path class="mark" d="M${xy(x, top)}V${px(bottom)}"/>` +
        `<circle class="grip ${lens.side}" cx="${px(x)}" cy="${px(grip)}" r="5.5"/>` +
        text('name', 0, t(`ring.mark.${mark}`)) +
        text('number', 14, numbers.seq(seq))
      );
    })
    .join('');
}
