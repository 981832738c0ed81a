import { isCalls, type Outcome } from '#sandbox/sandbox.ts';
import type { Answer } from './batch.ts';
import { failureOf } from './case-report.ts';
import { printOf, type Failure } from './print.ts';
import type { Queued } from './queue.ts';
import type { SuiteCase } from './suite.ts';

/** What came of a written case. */
export interface Judged {
  readonly one: SuiteCase;
  readonly failure: Failure | null;
  /** Its first run, for showing a case that passed. */
  readonly shown: Outcome;
  /** The same run had another answer at the end. */
  readonly remembers: boolean;
}

/** Judges a case by all of its runs. `null` if not all of them were reached. */
export function judgeWritten(
  one: SuiteCase,
  queue: readonly Queued[],
  answers: readonly Answer[],
): Judged | null {
  const first: Outcome[] = [];
  const again: Outcome[] = [];
  queue.forEach((job, i) => {
    const answer = answers[i];
    if (job.one !== one || answer === undefined || answer.kind === 'seen') return;
    if (first[job.index] === undefined) first[job.index] = answer;
    else again.push(answer);
  });
  const shown = first[0];
  if (shown === undefined || one.runs.some((_, run) => first[run] === undefined)) return null;

  const failures = one.runs.flatMap((run, i) => {
    const outcome = first[i];
    return (outcome && failureOf(run, i, outcome)) ?? [];
  });
  const [run] = one.runs;
  const repeated = again[0] && run ? failureOf(run, 0, again[0]) : null;
  const before = failures.find((each) => each.run === 0) ?? null;
  const remembers = again.length > 0 && printOrNone(before) !== printOrNone(repeated);
  return { one, failure: failures[0] ?? repeated, shown, remembers };
}

/** The print of a failure; empty if there is none. */
export function printOrNone(failure: Failure | null): string {
  return failure === null ? '' : printOf(failure);
}

/** The cases that call the same function; all of them for a script, where any of them may act. */
export function kinOf(one: SuiteCase, cases: readonly SuiteCase[]): (id: string) => boolean {
  const call = callOf(one);
  const kin = new Set(cases.filter((each) => callOf(each) === call).map(({ id }) => id));
  return call === null ? () => true : (id) => kin.has(id);
}

/** The function that a case calls; `null` for a script. */
export function callOf({ runs: [run] }: SuiteCase): string | null {
  return run !== undefined && isCalls(run) ? run.call : null;
}
