import type { Trace } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { gapsOf, orderNodes, type Node } from './columns.ts';
import { createField } from './field.ts';
import { formOf, type Width } from './form.ts';
import type { Column, CrashMark, Geometry, Name, Side } from './geometry.ts';
import { headsOf } from './head-titles.ts';
import type { Extras } from './label-words.ts';
import { lanesOf, tracksOf } from './lanes.ts';
import { placeLooseLabels } from './loose-labels.ts';
import { placeNames, type Mark, type PlacedMark } from './names.ts';
import { innerLaneBoxes, placeCuts, placeHostNotes, placeNatNotes } from './notes.ts';
import { numbersIn, type Numbering } from './numbers.ts';
import { placeTravels, trailObstacles } from './place.ts';
import { placeBrackets } from './brackets.ts';
import { gridTimes, rulerOf, rulerStep } from './ruler.ts';
import { yAt } from './scale.ts';
import { readScore, type Score } from './score.ts';
import { columnsOf, heightOf, isLettered, type Sheet } from './sheet.ts';
import { foldMarks, scaleOf } from './timing.ts';
import { drawTrails } from './trails.ts';

export interface LayoutOptions {
  readonly width: Width;
  readonly t: Translator;
  /** States to be framed. */
  readonly marks?: readonly Mark[];
  /** The host whose whole lane is the learner's; without it, the states in which a plank acted. */
  readonly mine?: string | undefined;
  /** Other names for hosts, by host: `{ B: 'Yours' }`. */
  readonly titles?: Readonly<Record<string, string>> | undefined;
  /** How sequence numbers are written; absolute unless given. */
  readonly numbers?: Numbering | undefined;
  /** What labels say besides flags and numbers. */
  readonly extras?: Extras | undefined;
  /** Timers that were stopped before they ran out are drawn as well. */
  readonly allTimers?: boolean | undefined;
  /** How much longer than usual a span of time is drawn; 1 unless given. */
  readonly zoom?: number | undefined;
}

/** How much steeper everything may be drawn, step by step, until all labels have room. */
const STEEPER = [1, 1.3, 1.7, 2.2] as const;
/** In a longer figure labels without a place are left out rather than all drawn steeper: segments. */
const LONG = 120;

/**
 * Lays out a trace as a ladder: the first host left, the second right, others and routers between,
 * time downwards. `score`: what has been read of the trace already. Pure: plain records in, plain
 * records out. Throws if the trace has no two hosts.
 */
export function layoutLadder(
  trace: Trace,
  options: LayoutOptions,
  score: Score = readScore(trace),
): Geometry {
  if (trace.hosts.length < 2) throw new Error('A ladder needs two hosts.');
  const { zoom = 1 } = options;
  const nodes = orderNodes(trace, score);
  const tries = score.flights.length > LONG ? STEEPER.slice(0, 1) : STEEPER;
  let best: Geometry | null = null;
  for (const steepness of tries) {
    const geometry = layoutAt(steepness * zoom, trace, score, nodes, options);
    if (best === null || untidiness(geometry) < untidiness(best)) best = geometry;
    if (untidiness(best) === 0) break;
  }
  return best ?? layoutAt(zoom, trace, score, nodes, options);
}

/** How much of a drawing could be read better: what has no label most of all. */
function untidiness({ unlabelled, crowded, notes }: Geometry): number {
  return unlabelled * 100 + notes.filter(({ kind }) => kind === 'label').length * 10 + crowded;
}

function layoutAt(
  steepness: number,
  trace: Trace,
  score: Score,
  nodes: readonly Node[],
  options: LayoutOptions,
): Geometry {
  const { t, extras = {}, mine } = options;
  const tracks = (host: string) => tracksOf(score, host);
  const [first, last] = [nodes[0]?.name ?? '', nodes[nodes.length - 1]?.name ?? ''];
  const form = formOf(options.width, {
    ...{ hosts: trace.hosts.length, columns: nodes.length },
    tracks: [tracks(first), tracks(last)],
  });
  const columns = columnsOf(nodes, gapsOf(nodes, score), form, tracks);
  const { scale, spacing } = scaleOf(trace, score, { form, nodes, extras, steepness });
  const sheet: Sheet = {
    ...{ form, spacing, extras, t, recordEnd: trace.end },
    columns: new Map(columns.map((column) => [column.name, column])),
    y: (time) => yAt(scale, time),
    folds: foldMarks(scale, score, columns, form, t),
    numbers: numbersIn(trace, options.numbers ?? 'absolute'),
  };
  const hosts = columns.filter(({ kind }) => kind === 'host');
  const lanes = hosts.flatMap((column) => lanesOf(score, column, sheet, mine));

  const trails = trailObstacles([
    ...drawTrails(score.flights, sheet),
    ...drawTrails(score.reports, sheet),
  ]);
  const inner = innerLaneBoxes(columns, tracks, sheet);
  const ground = createField<unknown>();
  for (const box of [...trails.map((each) => each.box), ...inner]) ground.add(box, null);
  const { notes, missing } = placeHostNotes(score, hosts, lanes, ground, sheet);
  const texts = notes.map(({ box }) => box);
  const travels = placeTravels(score, sheet, { lanes: inner, texts });

  const rest = createField<unknown>();
  for (const box of [...travels.taken, ...inner, ...texts]) rest.add(box, null);
  const nats = placeNatNotes(travels.flights, rest, sheet);
  const loose = placeLooseLabels(travels, rest, sheet);
  const cuts = placeCuts(score.cuts, rest, sheet);
  const added = [...nats, ...loose.notes, ...cuts.flatMap((cut) => cut.texts)].map(
    ({ box }) => box,
  );
  const timers =
    options.allTimers === true ? [...score.brackets, ...score.stopped] : score.brackets;
  const bottom = sheet.y(Infinity);
  return {
    ...{ form, scale, bottom, start: score.start, end: score.end, height: bottom + 4, columns },
    ...{ lanes, cuts, folds: sheet.folds, flights: travels.flights, reports: travels.reports },
    hosts: headsOf(trace, score, columns, sheet, options.titles),
    names: hosts.flatMap((column) =>
      namesOf(column, tracks(column.name), score, sheet, placedMarks(trace, options.marks ?? [])),
    ),
    crashes: crashesOf(score, sheet),
    grid: gridTimes(scale, rulerStep(scale) / 2).map((time) => yAt(scale, time)),
    ruler: rulerOf(scale, form, eventTimes(trace, score), t),
    brackets: placeBrackets(timers, [...travels.taken, ...inner, ...texts, ...added], sheet),
    notes: [...notes, ...nats, ...loose.notes],
    unlabelled: loose.missing + missing,
    crowded: travels.crowded,
  };
}

function namesOf(
  column: Column,
  tracks: number,
  score: Score,
  sheet: Sheet,
  marks: readonly PlacedMark[],
): readonly Name[] {
  const { side } = column;
  if (side === 0 || isLettered(column, sheet.form)) return [];
  const outer: Column & { readonly side: Side } = { ...column, side };
  return placeNames(score, outer, tracks, sheet, marks);
}

function crashesOf({ crashes }: Score, sheet: Sheet): readonly CrashMark[] {
  return crashes.flatMap(({ host, t, n }) => {
    const x = sheet.columns.get(host)?.x;
    return x === undefined ? [] : [{ host, x, t, y: heightOf(sheet, n, t) }];
  });
}

function placedMarks({ entries }: Trace, marks: readonly Mark[]): readonly PlacedMark[] {
  return marks.flatMap(({ host, n }) => {
    const entry = entries.find((e) => e.kind === 'step' && e.n === n && e.host === host);
    return entry?.kind === 'step' ? [{ host, n, t: entry.t, state: entry.after }] : [];
  });
}

/** The times at which something happens, each once, in order, ms: where a caret may stop. */
export function eventTimes(
  { entries, end }: Trace,
  { start, flights, reports }: Score,
): readonly number[] {
  const times = new Set<number>();
  for (const { t } of entries) times.add(Math.max(start, t));
  for (const { fate, t1, t2, lostAt, stops } of [...flights, ...reports]) {
    const until = lostAt ?? (fate === 'on its way' ? Math.min(t2, Math.max(t1, end)) : t2);
    times.add(Math.max(t1, until));
    for (const { t } of stops) if (t <= until) times.add(t);
  }
  return [...times].sort((x, z) => x - z);
}
