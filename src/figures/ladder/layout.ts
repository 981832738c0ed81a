import type { State } from '#tcp';
import type { Trace } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { formOf, type Form, type Width } from './form.ts';
import type { FoldMark, Geometry, HostHead, Lane, Wash } from './geometry.ts';
import { hostTitle } from './hosts.ts';
import { textWidth } from './metrics.ts';
import { placeNames, type Mark, type PlacedMark } from './names.ts';
import { offsetsOf, placeBrackets, placeFlights } from './place.ts';
import { gridTimes, rulerOf, rulerStep } from './ruler.ts';
import { timeScale, yAt, type TimeScale } from './scale.ts';
import { readScore, type Score } from './score.ts';
import { duration } from './time.ts';

export interface LayoutOptions {
  readonly width: Width;
  readonly t: Translator;
  /** States to be framed. */
  readonly marks?: readonly Mark[];
  /** The host whose whole lane is the learner's; without it, the states in which a plank acted. */
  readonly mine?: string | undefined;
  /** Other names for hosts, by host: `{ B: 'Yours' }`. */
  readonly titles?: Readonly<Record<string, string>> | undefined;
}

/** How far an arrow falls, px: in a figure of few segments, and of many. */
const FALL = { few: 60, many: 46, manyFrom: 7 };
/** Paper above the first event, for the first state's name, and below the last. */
const LEAD = 36;
const FOOT = 22;

/**
 * Lays out a trace as a ladder: the first host left, the second right, time downwards. Pure: plain
 * records in, plain records out. Throws if the trace has no two hosts.
 */
export function layoutLadder(trace: Trace, options: LayoutOptions): Geometry {
  const form = formOf(options.width);
  const score = readScore(trace);
  const scale = scaleOf(score, form);
  const y = (time: number) => yAt(scale, time);
  const bottom = y(Infinity);
  const [a, b] = trace.hosts;
  if (a === undefined || b === undefined) throw new Error('A ladder needs two hosts.');
  const sides = [{ host: a, side: -1 } as const, { host: b, side: 1 } as const];
  const at = { form, y, marks: placedMarks(trace, options.marks ?? []) };
  const folds = foldMarks(scale, form, options.t);
  const sheet = { form, left: a.name, y, folds, t: options.t };
  const flights = placeFlights(score, sheet);
  return {
    ...{ form, scale, bottom, start: score.start, end: score.end, height: bottom + 4 },
    hosts: sides.map(({ host, side }): HostHead => ({
      ...{ name: host.name, side, x: side < 0 ? form.xA : form.xB },
      title: options.titles?.[host.name] ?? hostTitle(host.title, options.t),
      address: form.small ? '' : addressOf(host.name, host.address, score),
    })),
    lanes: sides.flatMap(({ host, side }) => lanesOf(score, host.name, side, at, options.mine)),
    names: sides.flatMap(({ host, side }) => placeNames(score, host.name, side, at, options.t)),
    folds,
    grid: gridTimes(scale, rulerStep(scale) / 2).map(y),
    ruler: rulerOf(scale, form, eventTimes(trace, score), options.t),
    brackets: placeBrackets(score, flights, sheet),
    flights,
  };
}

function placedMarks({ entries }: Trace, marks: readonly Mark[]): readonly PlacedMark[] {
  return marks.flatMap(({ host, n }) => {
    const entry = entries.find((e) => e.kind === 'step' && e.n === n && e.host === host);
    return entry?.kind === 'step' ? [{ host, n, t: entry.t, state: entry.after }] : [];
  });
}

/** The times at which something happens, each once, in order, ms: where a caret may stop. */
export function eventTimes({ entries }: Trace, { start, flights }: Score): readonly number[] {
  const times = [
    ...entries.map((entry) => Math.max(start, entry.t)),
    ...flights.map(({ t1, t2, lostAt }) => (lostAt === null ? Math.max(t1, t2) : lostAt)),
  ];
  return [...new Set(times)].sort((x, z) => x - z);
}

function scaleOf({ start, end, flights, stays, calls, brackets }: Score, form: Form): TimeScale {
  const delays = flights.filter(({ old }) => !old).map(({ t1, t2 }) => t2 - t1);
  const usual = delays.sort((x, z) => x - z)[Math.floor(delays.length / 2)] ?? 60;
  const k = (flights.length < FALL.manyFrom ? FALL.few : FALL.many) / Math.max(usual, 1);
  const moments = [
    ...stays.filter(({ n }) => n !== null).map(({ from }) => from),
    ...calls.map(({ t }) => t),
    ...brackets.flatMap(({ from, to }) => [from, to]),
  ];
  const busy = [
    ...flights.map(({ t1, t2 }) => [t1, t2] as const),
    ...moments.map((t) => [t, t] as const),
  ];
  // What is drawn below its time needs paper below the last.
  const offsets = offsetsOf(flights, form);
  const below = flights.map(({ t2 }, i) => (offsets[i] ?? 0) - (end - t2) * k);
  const foot = FOOT + Math.max(0, ...below);
  return timeScale(start - LEAD / k, end + foot / k, busy, k, form.head);
}

const WASH: Readonly<Partial<Record<State, Wash>>> = {
  ...{ 'SYN-SENT': 'syn', 'SYN-RECEIVED': 'syn', ESTABLISHED: 'data', 'TIME-WAIT': 'wait' },
  ...{ 'FIN-WAIT-1': 'fin', 'FIN-WAIT-2': 'fin', CLOSING: 'fin', 'CLOSE-WAIT': 'fin' },
  'LAST-ACK': 'fin',
};

function lanesOf(
  { stays }: Score,
  host: string,
  side: -1 | 1,
  { form, y }: { readonly form: Form; readonly y: (t: number) => number },
  mine: string | undefined,
): readonly Lane[] {
  const x = side < 0 ? form.xA - form.laneGap - form.lane : form.xB + form.laneGap;
  const own = stays.filter((stay) => stay.host === host);
  return own.map((stay, i) => ({
    ...{ host, x, state: stay.state, t1: stay.from, t2: stay.to },
    wash: (stay.state === null ? undefined : WASH[stay.state]) ?? 'none',
    y1: y(stay.from),
    // The last state outlives the record.
    y2: y(i === own.length - 1 ? Infinity : stay.to),
    mine: mine === undefined ? stay.mine : mine === host,
  }));
}

function addressOf(host: string, address: string, { flights }: Score): string {
  const port = flights.map(({ from, to, seg }) =>
    from === host ? seg.src.port : to === host ? seg.dst.port : null,
  );
  const first = port.find((p) => p !== null);
  return first === undefined ? address : `${address}:${first}`;
}

function foldMarks({ pieces }: TimeScale, form: Form, t: Translator): readonly FoldMark[] {
  const room = form.xB - form.xA - 90;
  return pieces
    .filter(({ folded }) => folded)
    .map(({ t1, t2, y1, y2 }) => {
      const about =
        t2 - t1 < 10_000 ? Math.round((t2 - t1) / 10) * 10 : Math.round((t2 - t1) / 100) * 100;
      const length = duration(about, t);
      const texts = [t('ladder.foldQuiet', { length }), t('ladder.fold', { length })];
      const width = (text: string) => textWidth(text, 'remark', form.size.remark);
      const text = texts.find((x) => width(x) <= room) ?? texts[1] ?? '';
      return { y: (y1 + y2) / 2, text, width: width(text) };
    });
}
