import type { Translator } from '#text/text.ts';
import type { Trace } from '#trace/trace.ts';
import type { Node } from './columns.ts';
import { NEXT_LINE } from './flights.ts';
import type { Form } from './form.ts';
import type { Column, FoldMark } from './geometry.ts';
import type { Extras } from './label-words.ts';
import { textWidth } from './metrics.ts';
import { timeScale, type Busy, type TimeScale } from './scale.ts';
import type { Journey, Score } from './score.ts';
import { momentsOf, spaceOut, type Spacing } from './spacing.ts';
import { duration } from './time.ts';

/** How far an arrow falls, px: in a figure of few segments, of many, and on a way with routers. */
const FALL = { few: 60, many: 46, manyFrom: 7, byRouters: 26 };
/** Paper above the first event, for the first state's name, and below the last, px. */
const LEAD = { beside: 36, down: 62 } as const;
const FOOT = { beside: 22, down: 86 } as const;
/** Paper between lines that leave together, so that each has room for its label, px. */
const APART = { wide: 19, narrow: 34, crowded: 46, many: 15 } as const;
/** Between lifelines that are closer than this a label takes three lines, px. */
const CLOSE = 130;
/**
 * What is on its way for so long that it would fall farther than this is drawn broken in the
 * middle, px; both its ends stand as they are.
 */
const LONGEST = { fall: 420, end: 100 } as const;

export interface TimingOptions {
  readonly form: Form;
  readonly nodes: readonly Node[];
  readonly extras: Extras;
  /** Everything is drawn steeper by this. */
  readonly steepness: number;
}

/** Time on a sheet: how it runs, and what stands below its own time. */
export function scaleOf(
  trace: Trace,
  score: Score,
  { form, nodes, extras, steepness }: TimingOptions,
): { readonly scale: TimeScale; readonly spacing: Spacing } {
  const { start, stays, calls, brackets, stopped, crashes, cuts } = score;
  const journeys: readonly Journey[] = [...score.flights, ...score.reports];
  const k = (fallOf(score, nodes) * steepness) / usualTime(journeys);
  const places = new Map(nodes.map(({ name }, i) => [name, i]));
  const spacing = spaceOut(score, {
    ...{ k, moments: momentsOf(trace), apart: apartOn(form, nodes.length, extras) },
    place: (node) => places.get(node) ?? 0,
  });
  const moments = [
    ...stays.filter(({ n }) => n !== null).map(({ from }) => from),
    ...calls.map(({ t }) => t),
    ...crashes.map(({ t }) => t),
    ...cuts.flatMap(({ from, to }) => (to === Infinity ? [from] : [from, to])),
    ...[...brackets, ...stopped].flatMap(({ from, to }) => [from, to]),
  ];
  const busy = [
    ...journeys.flatMap((journey) => busyWith(journey, k)),
    ...[...moments, start, score.end].map((t) => [t, t] as const),
  ];
  // The first and the last name of a state that is written down a lane need as much as they are long.
  const hasInner = score.stays.some(({ host }) => {
    const place = places.get(host) ?? 0;
    return place > 0 && place < nodes.length - 1;
  });
  const names = hasInner ? 'down' : form.names;
  const end = busy.reduce((latest, [, to]) => Math.max(latest, to), score.end);
  const scale = timeScale(
    ...([start - LEAD[names] / k, end + FOOT[names] / k, busy, k, form.head] as const),
    spacing.holds,
  );
  return { scale, spacing };
}

/** How far what travels usually falls, px. */
function fallOf({ flights }: Score, nodes: readonly Node[]): number {
  const fall = flights.length < FALL.manyFrom ? FALL.few : FALL.many;
  return nodes.some(({ kind }) => kind !== 'host') ? fall + FALL.byRouters : fall;
}

/** The time that something usually travels, ms; where nothing takes any, what passes between two. */
function usualTime(journeys: readonly Journey[]): number {
  const median = (values: number[]): number | undefined =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const usual = median(
    journeys.flatMap(({ t1, t2, name }) => (name.startsWith('old') ? [] : [t2 - t1])),
  );
  if (usual !== undefined && usual > 0) return usual;
  const starts = journeys.map(({ t1 }) => t1).sort((a, b) => a - b);
  const gaps = starts.map((t, i) => t - (starts[i - 1] ?? t)).filter((gap) => gap > 0);
  return median(gaps) ?? 60;
}

function apartOn({ small, xA, xB }: Form, columns: number, { options, data }: Extras) {
  const isClose = (xB - xA) / Math.max(1, columns - 1) < CLOSE;
  const few = isClose ? APART.crowded : small ? APART.narrow : APART.wide;
  const more = (Number(options === true) + Number(data === true)) * NEXT_LINE;
  return { few: few + more, many: APART.many + more };
}

/** While something is on its way nothing is folded, unless it is on its way for very long. */
function busyWith({ t1, t2, stops }: Journey, k: number): readonly Busy[] {
  if ((t2 - t1) * k <= LONGEST.fall) return [[t1, t2]];
  const keep = LONGEST.end / k;
  return [
    [t1, t1 + keep],
    [t2 - keep, t2],
    ...stops.map(({ t }): Busy => [t - keep / 2, t + keep / 2]),
  ];
}

/** Folded time, and what is said of it. */
export function foldMarks(
  { k, pieces }: TimeScale,
  { flights, reports }: Score,
  columns: readonly Column[],
  form: Form,
  t: Translator,
): readonly FoldMark[] {
  const [left, right] = widestGap(columns, form);
  const room = right - left - 90;
  const long = [...flights, ...reports].filter(({ t1, t2 }) => (t2 - t1) * k > LONGEST.fall);
  return pieces
    .filter(({ folded }) => folded)
    .map(({ t1, t2, y1, y2 }) => {
      const about =
        t2 - t1 < 10_000 ? Math.round((t2 - t1) / 10) * 10 : Math.round((t2 - t1) / 100) * 100;
      const length = duration(about, t);
      const isQuiet = !long.some((each) => each.t1 < t1 && t2 < each.t2);
      const texts = [
        ...(isQuiet ? [t('ladder.foldQuiet', { length })] : []),
        t('ladder.fold', { length }),
      ];
      const width = (text: string) => textWidth(text, 'remark', form.size.remark);
      const text = texts.find((x) => width(x) <= room) ?? texts[texts.length - 1] ?? '';
      return { y: (y1 + y2) / 2, left, right, text, width: width(text) };
    });
}

/** Where there is most room between the lifelines of two hosts that stand side by side, px. */
function widestGap(columns: readonly Column[], form: Form): readonly [left: number, right: number] {
  const hosts = columns.filter(({ kind }) => kind === 'host');
  let [left, right] = [form.xA, form.xA];
  hosts.slice(1).forEach((host, i) => {
    const before = hosts[i];
    const from = (before?.x ?? form.xA) + (before?.half ?? 0);
    const to = host.x - host.half;
    if (to - from > right - left + 1) [left, right] = [from, to];
  });
  return right > left ? [left, right] : [form.xA, form.xB];
}
