import { drawFlights } from './draw-flights.ts';
import { drawHead, drawLane, drawLifeline, drawName } from './draw-hosts.ts';
import { drawBracket, drawCrash, drawCut, drawFold, drawNote } from './draw-marks.ts';
import type { Geometry, Ruler } from './geometry.ts';
import { yAt } from './scale.ts';
import { escapeText, group, px, xy } from './svg.ts';

/** What a drawing needs besides the geometry. */
export interface DrawOptions {
  /** Ids in the drawing begin with it; must differ between the drawings of a page. */
  readonly idPrefix: string;
  /** Time of the caret, ms: ink before it, pencil after it. Without it everything is ink. */
  readonly now?: number | undefined;
  /** The unit above the ruler. */
  readonly unit: string;
  /**
   * The part of the drawing that is to be seen, px from its top: only what reaches into it is
   * drawn. Without it everything is.
   */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The part of a drawing that is drawn, px. */
export interface DrawnPart {
  readonly from: number;
  readonly to: number;
}

/** Marks reach this far beyond their heights, px. */
const BEYOND = 60;

/**
 * The inside of the SVG: paper, outages, ruler, lifelines, lanes, waits, timers, then lines, the
 * caret, and on top the labels and heads. Pure: the same geometry and options give the same text.
 */
export function drawBody(g: Geometry, options: DrawOptions): string {
  const { idPrefix, now, unit, from = -Infinity, to = Infinity } = options;
  const part: DrawnPart = { from: from - BEYOND, to: to + BEYOND };
  const at = <M extends { readonly y: number }>(marks: readonly M[]): readonly M[] =>
    marks.filter(({ y }) => y >= part.from && y <= part.to);
  const through = <M extends { readonly y1: number; readonly y2: number }>(marks: readonly M[]) =>
    marks.filter(({ y1, y2 }) => y2 >= part.from && y1 <= part.to);
  const folds = at(g.folds);
  const { lines, labels, heads } = drawFlights(
    { ...g, flights: through(g.flights), reports: through(g.reports) },
    now,
  );
  const isTop = part.from <= g.form.head;
  const hatch = `${idPrefix}-hatch`;
  return [
    `<defs><pattern id="${hatch}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatching" d="M0 0v5"/></pattern></defs>`,
    through(g.cuts)
      .map((cut) => drawCut(cut, now))
      .join(''),
    group('grid', drawGrid(g, part)),
    g.ruler === null ? '' : group('ruler', drawRuler(g.ruler, g, unit, part)),
    isTop ? g.hosts.map(drawHead).join('') : '',
    g.columns.map((column) => drawLifeline(column, g, folds, part)).join(''),
    through(g.lanes)
      .map((lane) => drawLane(lane, g, now, hatch, part))
      .join(''),
    at(g.names)
      .map((name) => drawName(name, g, now))
      .join(''),
    folds.map(drawFold).join(''),
    through(g.brackets)
      .map((bracket) => drawBracket(bracket, now, part))
      .join(''),
    lines,
    now === undefined ? '' : drawCaret(now, g),
    at(g.crashes)
      .map((crash) => drawCrash(crash, now))
      .join(''),
    at(g.notes)
      .map((note) => drawNote(note, now))
      .join(''),
    through(g.cuts)
      .flatMap(({ texts }) => at(texts).map((note) => drawNote(note, now)))
      .join(''),
    labels,
    heads,
  ].join('');
}

function drawGrid({ grid, form }: Geometry, { from, to }: DrawnPart): string {
  const d = grid
    .filter((y) => y >= from && y <= to)
    .map((y) => `M${xy(form.xA, y)}H${px(form.xB)}`)
    .join('');
  return d === '' ? '' : `<path d="${d}"/>`;
}

function drawRuler({ x, spans, ticks }: Ruler, { form }: Geometry, unit: string, part: DrawnPart) {
  const seen = ticks.filter(({ y }) => y >= part.from && y <= part.to);
  const d = [
    ...spans.flatMap(([y1, y2]) => {
      const [top, foot] = [Math.max(y1, part.from), Math.min(y2, part.to)];
      return foot > top ? [`M${xy(x, top)}V${px(foot)}`] : [];
    }),
    ...seen.map(({ y, text }) => `M${xy(x, y)}h${text === '' ? 4 : 8}`),
  ].join('');
  const figures = seen
    .filter(({ text }) => text !== '')
    .map(({ y, text }) => `<text x="${x - 5}" y="${px(y + 4)}">${escapeText(text)}</text>`);
  const title =
    part.from > form.head
      ? ''
      : `<text x="${x - 5}" y="${form.head - 6}">${escapeText(unit)}</text>`;
  return `<path d="${d}"/>${figures.join('')}${title}`;
}

/** The caret: a line at the time, across both lanes; its handle lies within the left lane. */
function drawCaret(now: number, { form, scale }: Geometry): string {
  const y = yAt(scale, now);
  const lane = form.names === 'down' ? form.letteredLane : form.lane;
  const out = form.laneGap + lane;
  const [left, right] = [form.xA - out, form.xB + out];
  const solid = `<path d="M${xy(left, y)}H${px(form.xA)}M${xy(form.xB, y)}H${px(right)}"/>`;
  const thin = `<path class="thin" d="M${xy(form.xA, y)}H${px(form.xB)}"/>`;
  const handle = `M${xy(left + 1, y - 5)}l${lane - 2} 5-${lane - 2} 5z`;
  return group('caret', `${solid}${thin}<path class="handle" d="${handle}"/>`);
}
