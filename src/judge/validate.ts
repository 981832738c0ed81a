import { eventOf, type HostEntry, type HostRecord, type HostRun } from '#network/replay.ts';
import {
  isCalls,
  type CallsRun,
  type ConsoleLine,
  type ConsoleOutput,
  type EventRef,
  type Outcome,
  type Run,
  type RunOutcome,
  type Seen,
} from '#sandbox/sandbox.ts';
import { STATES, TIMERS, type Diff } from '#tcp';
import { array, fields, MAX_TEXT, number, oneOf, Refused, refuse, text, time } from './fields.ts';
import { effect } from './validate-effect.ts';
import { callsRecord } from './validate-value.ts';

/*
 * What comes out of a sandbox is whatever the learner's code wanted to come out. Here it is taken
 * apart and put together again, field by field; what does not fit is refused. Nothing of the
 * original objects is kept.
 */

/** What a host can have been busy with. */
type HostEvent = Exclude<EventRef, { readonly call: number }>;

const MAX_ENTRIES = 100_000;
const MAX_EFFECTS = 200_000;
const MAX_LINES = 200;

const QUIET: ConsoleOutput = { lines: [], left: 0 };

/** The outcome of each run. One that makes no sense becomes `nonsense`, and says what was wrong. */
export function validateOutcomes(value: unknown, runs: readonly HostRun[]): readonly RunOutcome[];
export function validateOutcomes(value: unknown, runs: readonly Run[]): readonly Outcome[];
export function validateOutcomes(value: unknown, runs: readonly Run[]): readonly Outcome[] {
  const list = Array.isArray(value) && value.length === runs.length ? (value as unknown[]) : null;
  return runs.map((run, i) => {
    try {
      if (list === null) refuse('the list of results is incomplete');
      return outcome(list[i], run);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const record = isCalls(run) ? { values: [] } : { entries: [] };
      return { kind: 'nonsense', message: error.message, at: null, record, console: QUIET };
    }
  });
}

/** As `validateOutcomes`, for runs of which only what could be seen was asked. */
export function validateSeen(value: unknown, runs: readonly Run[]): readonly (Outcome | Seen)[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  const isWhole = list.length === runs.length;
  return runs.flatMap((run, i): readonly (Outcome | Seen)[] => {
    const { kind, text: seen } = (list[i] ?? {}) as Partial<Record<keyof Seen, unknown>>;
    if (isWhole && kind === 'seen' && typeof seen === 'string') return [{ kind, text: seen }];
    return validateOutcomes(isWhole ? [list[i]] : null, [run]);
  });
}

function outcome(value: unknown, run: Run): Outcome {
  const from = fields(value, 'a result');
  const base = {
    record: isCalls(run)
      ? callsRecord(from.record, run, from.kind === 'done')
      : record(from.record, run),
    console: consoleOutput(from.console, run),
  };
  if (from.kind === 'done') return { kind: 'done', ...base };
  const at = isCalls(run) ? callRef(from.at, run) : eventRef(from.at, run);
  const failure = { message: text(from.message, 'a message'), at };
  if (from.kind === 'nonsense') return { kind: 'nonsense', ...failure, ...base };
  if (from.kind !== 'threw') refuse('a result is of no known kind');
  return { kind: 'threw', ...failure, stack: text(from.stack, 'a stack'), ...base };
}

function record(value: unknown, run: HostRun): HostRecord {
  const list = array(fields(value, 'a record').entries, 'the entries', MAX_ENTRIES);
  let effects = 0;
  let before = Number.NEGATIVE_INFINITY;
  const entries = list.map((each) => {
    const one = entry(each, run);
    effects += one.effects.length;
    if (effects > MAX_EFFECTS) refuse('a run has too many effects');
    if (one.t < before) refuse('time ran backwards');
    before = one.t;
    return one;
  });
  return { entries };
}

function entry(value: unknown, run: HostRun): HostEntry {
  const from = fields(value, 'an entry');
  const t = time(from.t);
  const cause = eventRef({ ...fields(from.cause, 'a cause'), t }, run) ?? refuse('no cause');
  const input = 'input' in cause ? run.inputs[cause.input] : undefined;
  const timer = 'timer' in cause ? cause.timer : 'RETRANSMISSION';
  const event = input === undefined ? { type: 'TIMEOUT' as const, timer } : eventOf(input);
  return {
    t,
    cause: 'input' in cause ? { input: cause.input } : { timer: cause.timer },
    conn: text(from.conn, 'the name of a connection'),
    by: oneOf(from.by, ['reference', 'learner'] as const, 'who acted'),
    before: oneOf(from.before, STATES, 'a state'),
    after: oneOf(from.after, STATES, 'a state'),
    event: event ?? refuse('an entry for an input that is no event'),
    effects: array(from.effects, 'the effects', MAX_EFFECTS).map(effect),
    diff: diff(from.diff),
  };
}

/** Where an untrusted trail says that a run is; `null` if it says nothing that could be. */
export function validateTrail(value: unknown): EventRef {
  try {
    const { event } = fields(value, 'a trail');
    if (event === null) return null;
    const { input, call, timer, t } = fields(event, 'an event');
    if (input !== undefined) return { input: place(input, 'an input') };
    if (call !== undefined) return { call: place(call, 'a call') };
    return { timer: oneOf(timer, TIMERS, 'a timer'), t: time(t) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return null;
  }
}

function place(value: unknown, what: string): number {
  return Number.isInteger(value) ? number(value, what) : refuse(`${what} has no such place`);
}

function callRef(value: unknown, { args }: CallsRun): EventRef {
  if (value === null) return null;
  const call = number(fields(value, 'a call').call, 'a call');
  return args[call] === undefined ? refuse('a call that does not exist') : { call };
}

function eventRef(value: unknown, run: HostRun): HostEvent {
  if (value === null) return null;
  const from = fields(value, 'an event');
  if (from.input === undefined) {
    return { timer: oneOf(from.timer, TIMERS, 'a timer'), t: time(from.t) };
  }
  const input = number(from.input, 'an input');
  return run.inputs[input] === undefined ? refuse('an input that does not exist') : { input };
}

function consoleOutput(value: unknown, run: Run): ConsoleOutput {
  const from = fields(value, 'the console');
  const lines = array(from.lines, 'the console', MAX_LINES).map((each): ConsoleLine => {
    const line = fields(each, 'a console line');
    const level = oneOf(line.level, ['log', 'info', 'warn', 'error', 'debug'] as const, 'a level');
    const at = isCalls(run) ? callRef(line.at, run) : eventRef(line.at, run);
    return { level, text: text(line.text, 'a console line'), at };
  });
  return { lines, left: number(from.left, 'the lines left out') };
}

/** Only plain values are kept: an inspector shows them, nothing is decided by them. */
function diff(value: unknown): Diff {
  const kept: [string, readonly [unknown, unknown]][] = [];
  for (const [key, change] of Object.entries(fields(value, 'a diff')).slice(0, 100)) {
    if (!Array.isArray(change) || change.length !== 2) refuse('a diff has another shape');
    const [before, after] = change as [unknown, unknown];
    if (isPlain(before) && isPlain(after)) kept.push([key.slice(0, 40), [before, after]]);
  }
  return Object.fromEntries(kept);
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_TEXT;
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}
