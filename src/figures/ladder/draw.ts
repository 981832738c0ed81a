import { isAhead } from './ahead.ts';
import { drawFlights } from './draw-flights.ts';
import type { BracketMark, FoldMark, Geometry, HostHead, Lane, Name, Ruler } from './geometry.ts';
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
}

/** A lifeline breaks in a zigzag this far above and below the middle of a fold. */
const BREAK = 7;
/** A timer that is started anew ends in a cross this far before, clear of the arrow's head. */
const CUT = 20;

/**
 * The inside of the SVG: paper, ruler, lifelines, lanes, waits, timers, then arrows, the caret,
 * and on top the labels and heads.
 */
export function drawBody(g: Geometry, { idPrefix, now, unit }: DrawOptions): string {
  const { lines, labels, heads } = drawFlights(g, now);
  return [
    `<defs><pattern id="${idPrefix}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatching" d="M0 0v5"/></pattern></defs>`,
    group('grid', drawGrid(g)),
    g.ruler === null ? '' : group('ruler', drawRuler(g.ruler, g, unit)),
    g.hosts.map(drawHost).join(''),
    g.hosts.map(({ x }) => drawLifeline(x, g)).join(''),
    g.lanes.map((lane) => drawLane(lane, g, now, `${idPrefix}-hatch`)).join(''),
    g.names.map((name) => drawName(name, g, now)).join(''),
    g.folds.map((fold) => drawFold(fold, g)).join(''),
    g.brackets.map((bracket) => drawBracket(bracket, now)).join(''),
    lines,
    now === undefined ? '' : drawCaret(now, g),
    labels,
    heads,
  ].join('');
}

function ahead(name: string, t: number, now: number | undefined): string {
  return isAhead(t, now) ? `${name} ahead` : name;
}

function drawGrid({ grid, form }: Geometry): string {
  const d = grid.map((y) => `M${xy(form.xA, y)}H${form.xB}`).join('');
  return d === '' ? '' : `<path d="${d}"/>`;
}

function drawRuler({ x, spans, ticks }: Ruler, { form }: Geometry, unit: string): string {
  const d = [
    ...spans.map(([y1, y2]) => `M${xy(x, y1)}V${px(y2)}`),
    ...ticks.map(({ y, text }) => `M${xy(x, y)}h${text === '' ? 4 : 8}`),
  ].join('');
  const figures = ticks
    .filter(({ text }) => text !== '')
    .map(({ y, text }) => `<text x="${x - 5}" y="${px(y + 4)}">${escapeText(text)}</text>`);
  const title = `<text x="${x - 5}" y="${form.head - 6}">${escapeText(unit)}</text>`;
  return `<path d="${d}"/>${figures.join('')}${title}`;
}

function drawHost({ side, x, title, address, name }: HostHead): string {
  const at = (dy: number) => `x="${px(x + side * 16)}" y="${18 + dy}"`;
  const disc = `<circle cx="${x}" cy="18" r="9"/><text class="disc" x="${x}" y="22">${escapeText(name)}</text>`;
  const where =
    address === '' ? '' : `<text class="address" ${at(13)}>${escapeText(address)}</text>`;
  const title_ = `<text class="title" ${at(address === '' ? 4.5 : -1)}>${escapeText(title)}</text>`;
  return group(side < 0 ? 'host left' : 'host right', `${disc}${title_}${where}`);
}

function drawLifeline(x: number, { folds, bottom }: Geometry): string {
  const breaks = folds.map(({ y }) => `V${px(y - BREAK)}l-4 3.5 8 7-4 3.5`);
  return `<path class="life" d="M${x} 27${breaks.join('')}V${px(bottom)}"/>`;
}

/** A lane is inked up to the caret: the wash ends there, the outline goes on in pencil. */
function drawLane(
  lane: Lane,
  { form, scale, end }: Geometry,
  now: number | undefined,
  hatch: string,
) {
  const { x, y1, y2, wash } = lane;
  const rect = (name: string, from: number, to: number, fill = '') =>
    to - from < 0.05
      ? ''
      : `<rect class="${name}" x="${x}" y="${px(from)}" width="${form.lane}" height="${px(to - from)}"${fill}/>`;
  const mine = lane.mine ? ' mine' : '';
  const cut = now === undefined || now >= end ? y2 : Math.min(y2, Math.max(y1, yAt(scale, now)));
  const hatching =
    wash === 'wait' && !lane.mine ? rect('hatched', y1, cut, ` fill="url(#${hatch})"`) : '';
  return `${rect(`lane ${wash}${mine}`, y1, cut)}${hatching}${rect(`lane ahead${mine}`, cut, y2)}`;
}

function drawName(name: Name, { form }: Geometry, now: number | undefined): string {
  const { side, x, y, tickY, call, state, frame, t } = name;
  const life = side < 0 ? form.xA : form.xB;
  const edge = life + side * (form.laneGap + form.lane);
  const tick =
    tickY === null
      ? ''
      : `<path class="tick" d="M${xy(life, tickY)}H${px(edge + side)}L${xy(x - side * 2, y)}"/>`;
  const text = (kind: string, part: { text: string; y: number } | null) =>
    part === null
      ? ''
      : `<text class="${kind}" x="${px(x)}" y="${px(part.y)}">${escapeText(part.text)}</text>`;
  const box =
    frame === null
      ? ''
      : `<rect class="differs" x="${px(frame.cx - frame.hw)}" y="${px(frame.cy - frame.hh)}" width="${px(frame.hw * 2)}" height="${px(frame.hh * 2)}"/>`;
  const parts = `${tick}${box}${text('call', call)}${text('state', state)}`;
  return group(ahead(side < 0 ? 'name left' : 'name right', t, now), parts);
}

function drawFold({ y, text, width }: FoldMark, { form }: Geometry): string {
  const middle = (form.xA + form.xB) / 2;
  const half = width / 2 + 8;
  const zigzag = 'l3-6 5 12 3-6';
  const words = `<text x="${px(middle)}" y="${px(y + 4)}">${escapeText(text)}</text>`;
  if (half + 26 > (form.xB - form.xA) / 2) return group('fold', words);
  const d = `M${xy(form.xA + 10, y)}H${px(middle - half - 13)}${zigzag}M${xy(middle + half + 2, y)}${zigzag}H${form.xB - 10}`;
  return group('fold', `<path d="${d}"/>${words}`);
}

function drawBracket(bracket: BracketMark, now: number | undefined): string {
  const { x, y1, y2, end, side, label } = bracket;
  const foot = end === 'expired' ? y2 - 5 : end === 'cut' ? y2 - CUT : y2;
  const cross = `M${xy(x - 4, y2 - CUT - 4)}l8 8m0-8-8 8`;
  const d = `M${xy(x - 3, y1)}h6M${xy(x, y1)}V${px(foot)}${end === 'cut' ? cross : ''}`;
  const tip = end === 'expired' ? `<path class="tip" d="M${xy(x, y2)}l-3-6h6z"/>` : '';
  const text =
    label === null
      ? ''
      : `<text x="${px(x - side * 8)}" y="${px(label.y)}">${escapeText(label.text)}</text>`;
  const name = `timer ${side < 0 ? 'left' : 'right'}`;
  return group(ahead(name, bracket.t1, now), `<path d="${d}"/>${tip}${text}`);
}

/** The caret: a line at the time, across both lanes; its handle lies within the left lane. */
function drawCaret(now: number, { form, scale }: Geometry): string {
  const y = yAt(scale, now);
  const out = form.laneGap + form.lane;
  const [left, right] = [form.xA - out, form.xB + out];
  const solid = `<path d="M${xy(left, y)}H${form.xA}M${xy(form.xB, y)}H${right}"/>`;
  const thin = `<path class="thin" d="M${xy(form.xA, y)}H${form.xB}"/>`;
  const handle = `M${xy(left + 1, y - 5)}l${form.lane - 2} 5-${form.lane - 2} 5z`;
  return group('caret', `${solid}${thin}<path class="handle" d="${handle}"/>`);
}
