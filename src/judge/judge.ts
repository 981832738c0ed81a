import { isCalls, SandboxError, type Outcome, type SandboxFactory } from '#sandbox/sandbox.ts';
import { Overrun, runBatch, stopFrom, type Batch, type BatchOptions } from './batch.ts';
import { failureOf, reportCase, reportStop } from './case-report.ts';
import type { JudgeOptions } from './options.ts';
import { matchMutant, printOf, type Failure } from './print.ts';
import type { CaseReport, Group, Progress, Report, Verdict } from './report.ts';
import { shuffled } from './shuffle.ts';
import type { Suite, SuiteCase } from './suite.ts';

/** One run of one case. */
interface Job {
  readonly one: SuiteCase;
  readonly run: number;
}

/**
 * Judges a compiled program by a suite. The sandbox gets inputs and gives what the learner's host
 * did; the same inputs are replayed on the reference here, and what can be observed is compared.
 */
export async function judge(
  suite: Suite,
  js: string,
  factory: SandboxFactory,
  { seed, budget = 1_000, ship = [], onProgress }: JudgeOptions,
): Promise<Report> {
  const began = performance.now();
  const program = { js, exports: suite.exports, ship };
  const jobs = suite.cases.flatMap((one) => one.runs.map((_, run): Job => ({ one, run })));
  // At the end each case comes once more: an answer that changed betrays a plank that remembers.
  const first = shuffled(jobs.length, seed).flatMap((i) => jobs[i] ?? []);
  const queue = [...first, ...first.filter((job) => job.run === 0)];
  const options: BatchOptions = {
    program,
    factory,
    seed,
    budget,
    onProgress: (done, total) => onProgress?.({ done, total, groups: groupsDone(queue, done) }),
  };

  const base = {
    lab: suite.lab,
    total: suite.cases.length,
    seed,
    only: null,
    message: '',
    stack: '',
  };
  try {
    const batch = await runBatch(queue.flatMap(runOf), options);
    const cases = await judgeCases(suite, queue, batch, options);
    const cutShort = batch.stop !== null || cases.length < suite.cases.length;
    const verdict = overall(cases, batch.stop?.verdict ?? null, cutShort);
    return { ...base, verdict, cases, cutShort, ms: performance.now() - began };
  } catch (error) {
    return {
      ...base,
      ...loadFailure(error),
      cases: [],
      cutShort: true,
      ms: performance.now() - began,
    };
  }
}

function groupsDone(queue: readonly Job[], done: number): Progress['groups'] {
  const of = (group: Group) => ({
    done: queue.slice(0, done).filter(({ one }) => one.group === group).length,
    total: queue.filter(({ one }) => one.group === group).length,
  });
  return { visible: of('visible'), hidden: of('hidden'), random: of('random') };
}

function runOf({ one, run }: Job) {
  return one.runs[run] ?? [];
}

/** The program did not load, so no case was reached. Other errors are ours, and are thrown on. */
function loadFailure(error: unknown): { verdict: Verdict; message: string; stack: string } {
  if (error instanceof Overrun) return { verdict: 'did not return', message: '', stack: '' };
  if (!(error instanceof SandboxError)) throw error;
  const verdict =
    error.fault === 'nonsense' ? 'returned nonsense' : stopFrom(error, null, null).verdict;
  return { verdict, message: error.message, stack: error.trace };
}

function overall(
  cases: readonly CaseReport[],
  stopped: Verdict | null,
  cutShort: boolean,
): Verdict {
  const failed = cases.find((each) => each.verdict !== 'passed')?.verdict;
  return stopped ?? failed ?? (cutShort ? 'wrong' : 'passed');
}

async function judgeCases(
  suite: Suite,
  queue: readonly Job[],
  { outcomes, stop }: Batch,
  options: BatchOptions,
): Promise<readonly CaseReport[]> {
  const judged = suite.cases.map((one) => judgeCase(one, queue, outcomes));
  const complete = judged.filter((each) => each !== null);
  const failures = complete.filter((each) => each.failure !== null);
  const prints = Object.fromEntries(
    failures.map(({ one, failure }) => [one.id, failure === null ? '' : printOf(failure)]),
  );
  const alone = stop === null ? await remembersElsewhere(failures[0] ?? null, options) : false;
  const stopped = stop?.run === null ? undefined : queue[stop?.run ?? -1];

  return suite.cases.flatMap((one, i): CaseReport[] => {
    if (stop !== null && stopped?.one === one) return [reportStop(one, stopped.run, stop)];
    const result = judged[i];
    if (!result) return [];
    const remembers = result.remembers || (alone && failures[0]?.one === one);
    const mutant =
      result.failure === null || remembers
        ? null
        : matchMutant(suite.prints, prints, one.id, kinOf(one, suite.cases));
    return [reportCase(one, result.failure, result.shown, { mutant, remembers })];
  });
}

/** The cases that call the same function; all of them for a script, where any of them may act. */
function kinOf(one: SuiteCase, cases: readonly SuiteCase[]): (id: string) => boolean {
  const call = callOf(one);
  const kin = new Set(cases.filter((each) => callOf(each) === call).map(({ id }) => id));
  return call === null ? () => true : (id) => kin.has(id);
}

function callOf({ runs: [run] }: SuiteCase): string | null {
  return run !== undefined && isCalls(run) ? run.call : null;
}

interface Judged {
  readonly one: SuiteCase;
  readonly failure: Failure | null;
  readonly shown: Outcome;
  readonly remembers: boolean;
}

/** `null` if not all of its runs were reached. */
function judgeCase(
  one: SuiteCase,
  queue: readonly Job[],
  outcomes: readonly Outcome[],
): Judged | null {
  const first: Outcome[] = [];
  const again: Outcome[] = [];
  queue.forEach((job, i) => {
    const outcome = outcomes[i];
    if (job.one !== one || outcome === undefined) return;
    if (first[job.run] === undefined) first[job.run] = outcome;
    else again.push(outcome);
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

function printOrNone(failure: Failure | null): string {
  return failure === null ? '' : printOf(failure);
}

/** Runs the first failing run once more, alone and first: does it fail in the same way? */
async function remembersElsewhere(failed: Judged | null, options: BatchOptions): Promise<boolean> {
  const run = failed?.failure && failed.one.runs[failed.failure.run];
  if (!failed?.failure || !run) return false;
  const { outcomes } = await runBatch([run], { ...options, onProgress: undefined });
  const [outcome] = outcomes;
  if (outcome === undefined) return true;
  return printOrNone(failureOf(run, failed.failure.run, outcome)) !== printOf(failed.failure);
}
