import type { Translator } from '#text/text.ts';
import { bracketBox, placeBracket } from './brackets.ts';
import { lineBox, uprightBox, type Box, type Point } from './box.ts';
import { labelCandidates } from './flights.ts';
import type { Form } from './form.ts';
import type { BracketMark, FlightMark, FoldMark } from './geometry.ts';
import { placeLabels, type Obstacle } from './labels.ts';
import type { Flight, Score } from './score.ts';
import { hasChevron, penOf } from './segment.ts';

/** What arrows, labels and brackets are placed on. */
export interface Sheet {
  readonly form: Form;
  /** The host on the left. */
  readonly left: string;
  /** The height of a time. */
  readonly y: (t: number) => number;
  readonly folds: readonly FoldMark[];
  readonly t: Translator;
}

/** What a label pays for lying on another line, a cross, a head or a fold. */
const COST = { line: 60, cross: 150, head: 200, fold: 500 } as const;
/**
 * Segments that leave and arrive together are drawn one below the other, so far apart that each has
 * room for its label, which has two lines on a narrow sheet; many of them closer, for they may not
 * spread over what comes next. px
 */
const BESIDE = { few: 19, narrow: 34, many: 7, spread: 3 } as const;

/** How far below its time a segment is drawn, because others leave and arrive together with it, px. */
export function offsetsOf(flights: readonly Flight[], { small }: Form): readonly number[] {
  const most = small ? BESIDE.narrow : BESIDE.few;
  return flights.map(({ from, t1, t2 }, i) => {
    const isTwin = (o: Flight) => o.from === from && o.t1 === t1 && o.t2 === t2;
    const others = flights.filter(isTwin).length - 1;
    if (others === 0) return 0;
    const apart = Math.max(BESIDE.many, Math.min(most, (BESIDE.spread * most) / others));
    return flights.slice(0, i).filter(isTwin).length * apart;
  });
}

function ends(flights: readonly Flight[], { form, left, y }: Sheet): readonly [Point, Point][] {
  const offsets = offsetsOf(flights, form);
  return flights.map(({ from, t1, t2 }, i) => {
    const [x1, x2] = from === left ? [form.xA, form.xB] : [form.xB, form.xA];
    const down = offsets[i] ?? 0;
    return [
      [x1, y(t1) + down],
      [x2, y(t2) + down],
    ];
  });
}

/** How far a segment comes before it is lost, from 0 to 1; `null` if it arrives. */
function lostPart({ t1, t2, lostAt }: Flight): number | null {
  if (lostAt === null) return null;
  return Math.min(0.9, Math.max(0.15, (lostAt - t1) / (t2 - t1 || 1)));
}

/** Arrows with their labels, in the order of the trace. */
export function placeFlights({ flights }: Score, sheet: Sheet): readonly FlightMark[] {
  const { form, folds, t } = sheet;
  const lines = ends(flights, sheet);
  const obstacles = [
    ...lines.flatMap(([p, q], i): Obstacle[] => [
      { box: lineBox(p, q), cost: COST.line, except: i },
      { box: headBox(p, q), cost: COST.head },
    ]),
    ...flights.flatMap((flight, i): Obstacle[] => crossBox(lostPart(flight), lines[i])),
    ...folds.map(({ y }) => ({ box: foldBox(y, form), cost: COST.fold })),
  ];
  const labels = flights.map((flight, i) => {
    const line = lines[i];
    return line === undefined ? [] : labelCandidates(flight, line, form, t);
  });
  const chosen = placeLabels(labels, obstacles);
  return flights.map((flight, i): FlightMark => {
    const [[x1, y1], [x2, y2]] = lines[i] ?? [
      [0, 0],
      [0, 0],
    ];
    const { seg } = flight;
    return {
      ...{ flight, pen: penOf(seg), chevron: hasChevron(seg), x1, y1, x2, y2 },
      lost: lostPart(flight),
      label: chosen[i]?.place ?? null,
      boxes: chosen[i]?.boxes ?? [],
    };
  });
}

/** The head of an arrow: its last 24 px, as wide as its barbs. */
function headBox([x1, y1]: Point, [x2, y2]: Point): Box {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  return { cx: x2 - ux * 12, cy: y2 - uy * 12, hw: 12, hh: 6, ux, uy };
}

function crossBox(part: number | null, line: readonly [Point, Point] | undefined): Obstacle[] {
  if (part === null || line === undefined) return [];
  const [[x1, y1], [x2, y2]] = line;
  const [x, y] = [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
  return [{ box: uprightBox(x - 7, y - 7, x + 7, y + 7), cost: COST.cross }];
}

function foldBox(y: number, form: Form): Box {
  return uprightBox(form.xA + 10, y - 8, form.xB - 10, y + 8);
}

/** The brackets of the timers, after the arrows: a timer's text gives way to a segment's. */
export function placeBrackets(
  { brackets }: Score,
  flights: readonly FlightMark[],
  sheet: Sheet,
): readonly BracketMark[] {
  const { form, left, folds, t } = sheet;
  const taken = [
    ...flights.flatMap(({ boxes, x1, y1, x2, y2 }) => [...boxes, lineBox([x1, y1], [x2, y2])]),
    ...folds.map(({ y }) => foldBox(y, form)),
  ];
  const marks: BracketMark[] = [];
  for (const bracket of brackets) {
    const mark = placeBracket(bracket, bracket.host === left, sheet, taken, t);
    marks.push(mark);
    taken.push(bracketBox(mark));
    if (mark.label !== null) taken.push(mark.label.box);
  }
  return marks;
}
