import { eventOf, replay, type HostRecord, type HostRun } from '#network/replay.ts';
import { reference } from '#tcp';
import { isCalls, type EventRef, type Outcome, type Run } from '#sandbox/sandbox.ts';
import type { Stop } from './batch.ts';
import { callsFailure, NO_TRACE, shownCalls } from './calls-report.ts';
import { causeOf } from './cause.ts';
import { compare } from './compare.ts';
import type { Failure } from './print.ts';
import { printedInCalls, printedInSteps } from './printed.ts';
import { rightRecords } from './right.ts';
import type { CaseReport, Divergence, FailedEvent, Verdict } from './report.ts';
import type { SuiteCase } from './suite.ts';
import { traceOf } from './trace-of.ts';

/** What came of a run, held against the reference: `null` if nothing can be said against it. */
export function failureOf(run: Run, index: number, outcome: Outcome): Failure | null {
  if (isCalls(run)) return callsFailure(run, index, outcome);
  if (outcome.kind !== 'done') return { run: index, outcome, divergence: null };
  const record = recordOf(outcome);
  const divergences = rightRecords(run).map((right) => compare(record, right));
  const [divergence = null] = divergences.includes(null) ? [] : divergences;
  return divergence === null ? null : { run: index, outcome, divergence };
}

const VERDICT_OF = {
  done: 'wrong',
  threw: 'threw',
  nonsense: 'returned nonsense',
} as const satisfies Record<Outcome['kind'], Verdict>;

/** What else is known of a case. */
export interface Known {
  readonly mutant: string | null;
  readonly remembers: boolean;
  /** How many cases it stands for, if they were drawn. */
  readonly drawn?: number;
}

/** The report of a case that was judged to its end. `shown` stands for a case that passed. */
export function reportCase(
  one: SuiteCase,
  failure: Failure | null,
  shown: Outcome,
  known: Known,
): CaseReport {
  const outcome = failure?.outcome ?? shown;
  const run = one.runs[failure?.run ?? 0];
  const at = refOf(failure);
  return {
    ...shownRun(one, failure?.run ?? 0, outcome, failure?.divergence ?? null, at),
    verdict: failure === null ? 'passed' : VERDICT_OF[outcome.kind],
    event: eventAt(one, failure?.run ?? 0, at),
    message: 'message' in outcome ? outcome.message : '',
    stack: 'stack' in outcome ? outcome.stack : '',
    drawn: 0,
    cause: failure === null || run === undefined ? '' : causeOf(run, failure),
    ...known,
  };
}

/** The report of the case on which the run ended. */
export function reportStop(one: SuiteCase, run: number, stop: Stop, drawn = 0): CaseReport {
  const console = { lines: [], left: 0 };
  const outcome: Outcome = { kind: 'done', record: { entries: [] }, console };
  return {
    ...shownRun(one, run, outcome, null, stop.at),
    verdict: stop.verdict,
    event: eventAt(one, run, stop.at),
    message: stop.message,
    stack: '',
    drawn,
    cause: stop.verdict,
    mutant: null,
    remembers: false,
  };
}

/** The report of the drawn cases, if every one of them passed: there is none to show. */
export function reportDrawn(one: SuiteCase, drawn: number): CaseReport {
  return {
    id: one.id,
    group: one.group,
    verdict: 'passed',
    pkt: '',
    rfc: '',
    isn: 0,
    calls: null,
    divergence: null,
    event: null,
    message: '',
    stack: '',
    drawn,
    cause: '',
    mutant: null,
    remembers: false,
    theirs: NO_TRACE,
    reference: NO_TRACE,
    console: { lines: [], left: 0 },
  };
}

/** The event on which a run failed. */
function refOf(failure: Failure | null): EventRef {
  if (failure?.divergence) return failure.divergence.cause;
  return failure !== null && 'at' in failure.outcome ? failure.outcome.at : null;
}

/** The event that a run's reference stands for. */
function eventAt(one: SuiteCase, run: number, at: EventRef): FailedEvent | null {
  const shown = one.runs[run];
  if (at === null || 'call' in at || shown === undefined || isCalls(shown)) return null;
  if ('timer' in at) return { t: at.t, event: { type: 'TIMEOUT', timer: at.timer } };
  const input = shown.inputs[at.input];
  if (input === undefined) return null;
  const event = eventOf(input);
  return event === null ? null : { t: input.at, event };
}

/** When the event comes, ms; `null` if none was blamed. */
function timeOf(run: HostRun, at: EventRef): number | null {
  if (at === null || 'call' in at) return null;
  return 'timer' in at ? at.t : (run.inputs[at.input]?.at ?? null);
}

/** A host that gave back nothing else has done nothing. */
function recordOf({ record }: Outcome): HostRecord {
  return 'entries' in record ? record : { entries: [] };
}

/** What is the same in every report: the calls, or the run as two traces, cut where the two part. */
function shownRun(
  one: SuiteCase,
  index: number,
  outcome: Outcome,
  divergence: Divergence | null,
  at: EventRef,
) {
  const run = one.runs[index];
  if (run === undefined) throw new RangeError(`case ${one.id} has no run ${index}`);
  const shared = { id: one.id, group: one.group, rfc: one.rfc };
  if (isCalls(run)) {
    const table = shownCalls(run, outcome, at !== null && 'call' in at ? at.call : null);
    return { ...shared, ...table, console: printedInCalls(outcome.console) };
  }
  const until = divergence?.t ?? timeOf(run, at) ?? run.inputs.at(-1)?.at ?? 0;
  const record = recordOf(outcome);
  const theirs = traceOf(run, record, until);
  const ours = traceOf(run, replay(reference, run), until);
  return {
    ...shared,
    pkt: one.pkt,
    calls: null,
    isn: run.isn[0] ?? 0,
    console: printedInSteps(outcome.console, record, theirs.entryOf),
    theirs: theirs.trace,
    reference: ours.trace,
    divergence: divergence && {
      ...divergence,
      theirsAt: theirs.entryOf[divergence.theirsAt ?? -1] ?? null,
      referenceAt: ours.entryOf[divergence.referenceAt ?? -1] ?? null,
    },
  };
}
