import { lineBox, uprightBox, type Box } from './box.ts';
import { createField } from './field.ts';
import { labelSettings, type LabelPlace } from './flights.ts';
import type { FlightMark, HopMark, ReportMark } from './geometry.ts';
import { placeHops } from './hops.ts';
import { flightWords, reportWords } from './label-words.ts';
import { placeLabels, type Candidate, type Obstacle } from './labels.ts';
import type { Journey, Score } from './score.ts';
import { hasChevron, penOf } from './segment.ts';
import type { Sheet } from './sheet.ts';
import { breaksOf, drawTrails, type Drawn } from './trails.ts';
import { straightParts, type Way } from './way.ts';

/** What a label pays for lying on another line, a lane, a cross, a head or a fold, or on other text. */
const COST = { line: 60, lane: 90, cross: 150, head: 200, fold: 500, text: 1000 } as const;

/** More lines at once than these cannot be kept clear of, where there are more than so many in all. */
const DENSE = 5;
const LONG = 120;

export interface Placed {
  readonly flights: readonly FlightMark[];
  readonly reports: readonly ReportMark[];
  /** Boxes of all lines, heads, crosses and labels. */
  readonly taken: readonly Box[];
  /** How many labels lie on another line. */
  readonly crowded: number;
}

/** What lines take of the paper, so that text may keep clear of it. */
export function trailObstacles(drawn: readonly Drawn<Journey>[]): readonly Obstacle[] {
  return drawn.flatMap(({ journey, way, lost }, i): Obstacle[] => {
    const legs = way.points.slice(1).map((q, j): Box => {
      const p = way.points[j] ?? q;
      return lineBox([p.x, p.y], [q.x, q.y]);
    });
    return [
      ...legs.map((box) => ({ box, cost: COST.line, except: i })),
      { box: headBox(way), cost: COST.head },
      ...crossBox(way, journey.fate === 'lost' ? lost : null),
    ];
  });
}

/** Lines with their labels, in the order of the trace. `others`: text that stands already. */
export function placeTravels(
  { flights, reports }: Score,
  sheet: Sheet,
  others: { readonly lanes: readonly Box[]; readonly texts: readonly Box[] },
): Placed {
  const { form, t, numbers, extras } = sheet;
  const drawn = [...drawTrails(flights, sheet), ...drawTrails(reports, sheet)];
  const trails = trailObstacles(drawn);
  const isDense = drawn.length > LONG && linesAtOnce(drawn) > DENSE;
  const hops = placeHops(drawn, trails, others.texts, sheet);
  const hopBoxes = hops.flatMap((each) => each.flatMap(({ box }) => (box === null ? [] : [box])));
  const foldBoxes = sheet.folds.map(({ y }) => uprightBox(form.xA + 4, y - 8, form.xB - 4, y + 8));
  const obstacles: readonly Obstacle[] = [
    // Among so many lines each label lies on some: they are kept apart from one another only.
    ...(isDense ? trails.filter(({ cost }) => cost > COST.line) : trails),
    ...foldBoxes.map((box) => ({ box, cost: COST.fold })),
    ...others.lanes.map((box) => ({ box, cost: COST.lane })),
    ...[...others.texts, ...hopBoxes].map((box) => ({ box, cost: COST.text })),
  ];
  const words = [
    ...flights.map((flight) => flightWords(flight, t, numbers, extras)),
    ...reports.map((report) => reportWords(report, t)),
  ];
  const chosen = placeLabels(
    words.map((each, i) => labelSettings(each, straightParts(drawn[i]?.way ?? NO_WAY), form)),
    obstacles,
  );
  const line = (i: number) =>
    lineOf(drawn[i], chosen[i], hops[i]?.map(({ mark }) => mark) ?? [], sheet);
  return {
    flights: flights.map((flight, i): FlightMark => {
      const { seg } = flight;
      return { ...line(i), flight, pen: penOf(seg), chevron: hasChevron(seg) };
    }),
    reports: reports.map((report, i): ReportMark => ({ ...line(flights.length + i), report })),
    taken: [
      ...trails.map(({ box }) => box),
      ...foldBoxes,
      ...hopBoxes,
      ...chosen.flatMap((each) => each?.boxes ?? []),
    ],
    crowded: isDense ? 0 : crowdedAmong(chosen, trails),
  };
}

/** How many lines are met at one height, on the average. */
function linesAtOnce(drawn: readonly Drawn<Journey>[]): number {
  let [top, bottom, sum] = [Infinity, -Infinity, 0];
  for (const { way } of drawn) {
    const [first, last] = [way.points[0]?.y ?? 0, way.points[way.points.length - 1]?.y ?? 0];
    top = Math.min(top, first);
    bottom = Math.max(bottom, last);
    sum += last - first;
  }
  return sum / Math.max(1, bottom - top);
}

/** How many labels lie on the lines of others. */
function crowdedAmong(
  chosen: readonly (Candidate<LabelPlace> | undefined)[],
  trails: readonly Obstacle[],
): number {
  const field = createField<Obstacle>();
  for (const trail of trails) field.add(trail.box, trail);
  return chosen.filter((each, i) =>
    each?.boxes.some((box) => field.touching(box).some(({ except }) => except !== i)),
  ).length;
}

const NO_WAY: Way = { points: [], lengths: [], length: 0 };

function lineOf(
  drawn: Drawn<Journey> | undefined,
  chosen: Candidate<LabelPlace> | undefined,
  hops: readonly HopMark[],
  sheet: Sheet,
) {
  const way = drawn?.way ?? NO_WAY;
  const [first, last] = [way.points[0], way.points[way.points.length - 1]];
  return {
    ...{ x1: first?.x ?? 0, y1: first?.y ?? 0, x2: last?.x ?? 0, y2: last?.y ?? 0, way, hops },
    ...{ lost: drawn?.lost ?? null, label: chosen?.place ?? null, boxes: chosen?.boxes ?? [] },
    breaks: drawn === undefined ? [] : breaksOf(drawn.journey, way, sheet),
  };
}

/** The head of an arrow: its last 24 px, as wide as its barbs. */
function headBox({ points }: Way): Box {
  const last = points[points.length - 1] ?? { x: 0, y: 0 };
  const before = points[points.length - 2] ?? last;
  const length = Math.hypot(last.x - before.x, last.y - before.y) || 1;
  const [ux, uy] = [(last.x - before.x) / length, (last.y - before.y) / length];
  return { cx: last.x - ux * 12, cy: last.y - uy * 12, hw: 12, hh: 6, ux, uy };
}

function crossBox({ points }: Way, lost: number | null): readonly Obstacle[] {
  if (lost === null) return [];
  const [first, last] = [points[0] ?? { x: 0, y: 0 }, points[points.length - 1] ?? { x: 0, y: 0 }];
  const [x, y] = [first.x + (last.x - first.x) * lost, first.y + (last.y - first.y) * lost];
  return [{ box: uprightBox(x - 7, y - 7, x + 7, y + 7), cost: COST.cross }];
}
