import type { Segment, State, TcpEvent, Timer } from '#tcp';
import type { SeenEntry, StepEntry, Trace, TransitEntry } from '#trace/trace.ts';

/** A state, and how long its host stayed in it. Times in ms. */
export interface Stay {
  readonly host: string;
  /** `null` where a capture does not tell. */
  readonly state: State | null;
  readonly from: number;
  readonly to: number;
  /** The trace entry that led to it; `null` for the state at the beginning. */
  readonly n: number | null;
  /** A plank of the learner acted in it. */
  readonly mine: boolean;
}

/** A user call, beside the lifeline. */
export interface Call {
  readonly host: string;
  readonly t: number;
  readonly event: TcpEvent;
  readonly n: number;
}

/** A segment between two hosts. */
export interface Flight {
  readonly n: number;
  readonly id: number;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly seg: Segment;
  /** When it leaves, and when it arrives or would have arrived. */
  readonly t1: number;
  readonly t2: number;
  /** When it is lost; `null` if it arrives. */
  readonly lostAt: number | null;
  readonly again: boolean;
  /** A segment of an earlier connection that turns up now. */
  readonly old: boolean;
}

/** A timer that ran out, or TIME-WAIT however it ended. */
export interface Bracket {
  readonly host: string;
  readonly timer: Timer;
  readonly from: number;
  readonly to: number;
  /** How long it was set for. */
  readonly length: number;
  /** It ran out; it was started anew or stopped; the record ends before it does. */
  readonly end: 'expired' | 'cut' | 'open';
}

/** What a ladder draws: the trace sorted by what can be seen of it. */
export interface Score {
  /** First and last time at which anything happens, ms. */
  readonly start: number;
  readonly end: number;
  readonly stays: readonly Stay[];
  readonly calls: readonly Call[];
  readonly flights: readonly Flight[];
  readonly brackets: readonly Bracket[];
}

/** How far a lost segment is taken to have come where nothing else tells the delay. */
const LOST_AT = 0.6;

const CALLS: readonly TcpEvent['type'][] = ['OPEN', 'SEND', 'RECEIVE', 'CLOSE', 'ABORT'];

/** Sorts a trace into what a ladder draws. */
export function readScore(trace: Trace): Score {
  const { entries } = trace;
  const flights = readFlights(trace);
  const times = [
    ...flights.flatMap((flight) => [flight.t1, flight.t2]),
    ...entries.map((entry) => entry.t),
  ];
  const start = times.length > 0 ? Math.min(...times) : 0;
  const end = times.length > 0 ? Math.max(...times) : 0;
  return {
    start,
    end,
    flights,
    stays: trace.hosts.flatMap(({ name }) => readStays(trace, name, end)),
    calls: entries.flatMap((entry) =>
      entry.kind === 'step' && CALLS.includes(entry.event.type)
        ? [{ host: entry.host, t: entry.t, event: entry.event, n: entry.n }]
        : [],
    ),
    brackets: trace.hosts.flatMap(({ name }) => readBrackets(trace, name, end)),
  };
}

function readStays(trace: Trace, host: string, end: number): Stay[] {
  const steps = trace.entries.flatMap((entry) =>
    (entry.kind === 'step' || entry.kind === 'seen') && entry.host === host ? [entry] : [],
  );
  if (steps.length === 0) return [];
  const state = initialState(trace, host);
  const stays: Stay[] = [{ host, state, from: -Infinity, to: end, n: null, mine: false }];
  for (const step of steps) {
    const last = stays[stays.length - 1];
    if (last === undefined) break;
    const mine = last.mine || (actsOwnCode(step) && step.before === last.state);
    stays[stays.length - 1] = { ...last, mine };
    if (step.before === step.after) continue;
    stays[stays.length - 1] = { ...last, mine, to: step.t };
    stays.push({ host, state: step.after, from: step.t, to: end, n: step.n, mine: false });
  }
  return stays;
}

function actsOwnCode(entry: StepEntry | SeenEntry): boolean {
  return entry.kind === 'step' && entry.by === 'learner';
}

/** A host's state before the first entry; `null` if nobody knows it. */
export function initialState({ hosts }: Trace, name: string): State | null {
  const host = hosts.find((each) => each.name === name);
  return host === undefined ? 'CLOSED' : host.initial;
}

function readFlights({ entries }: Trace): Flight[] {
  const transits = entries.filter((entry) => entry.kind === 'transit');
  const delay = usualDelay(transits);
  return transits.map((transit) => {
    const { n, id, name, from, to, seg, again, t, until, fate } = transit;
    const lostAt = fate === 'lost' ? until : null;
    const t2 = lostAt === null ? until : Math.max(until, t + (delay ?? (until - t) / LOST_AT));
    return { n, id, name, from, to, seg, again, t1: t, t2, lostAt, old: name.startsWith('old') };
  });
}

/** The median delay of what arrives, ms: where a lost segment would have arrived. */
function usualDelay(transits: readonly TransitEntry[]): number | undefined {
  const delays = transits.filter(({ fate }) => fate === 'delivered').map((x) => x.until - x.t);
  return delays.sort((a, b) => a - b)[Math.floor(delays.length / 2)];
}

type Running = Map<string, { timer: Timer; from: number; at: number }>;

function readBrackets(trace: Trace, host: string, end: number): Bracket[] {
  const brackets: Bracket[] = [];
  const running: Running = new Map();
  const stop = (key: string, to: number, how: Bracket['end']) => {
    const timer = running.get(key);
    running.delete(key);
    if (timer === undefined || to <= timer.from) return;
    if (timer.timer !== 'TIME-WAIT' && how !== 'expired') return;
    const length = timer.at - timer.from;
    brackets.push({ host, timer: timer.timer, from: timer.from, to, length, end: how });
  };
  for (const entry of trace.entries) {
    if (entry.kind !== 'step' || entry.host !== host) continue;
    const key = (timer: Timer) => `${entry.conn} ${timer}`;
    if (entry.event.type === 'TIMEOUT') stop(key(entry.event.timer), entry.t, 'expired');
    for (const effect of entry.effects) {
      if (effect.type !== 'timer') continue;
      stop(key(effect.timer), entry.t, 'cut');
      if (effect.at !== null) {
        running.set(key(effect.timer), { timer: effect.timer, from: entry.t, at: effect.at });
      }
    }
    if (entry.after === 'CLOSED') stop(key('TIME-WAIT'), entry.t, 'cut');
  }
  for (const key of [...running.keys()]) stop(key, end, 'open');
  return brackets;
}
