import type { HostRun } from '#network/replay.ts';
import { runToPkt } from '#scenario/packetdrill/write.ts';
import { isCalls, type Run, type SandboxFactory } from '#sandbox/sandbox.ts';
import { runBatch, type Answer, type Batch, type Stop } from './batch.ts';
import { reportCase, reportDrawn, reportStop } from './case-report.ts';
import { causeOf } from './cause.ts';
import { drawnCases, RANDOM, type DrawnCases } from './drawn.ts';
import {
  cutAfter,
  failedDrawn,
  remembersElsewhere,
  smallestFailure,
  type ShrinkOptions,
  type Smallest,
} from './judge-drawn.ts';
import { callOf, judgeWritten, kinOf, type Judged } from './judge-written.ts';
import { loadFailure } from './load-failure.ts';
import { DRAWN, type JudgeOptions } from './options.ts';
import { matchMutant, printOf } from './print.ts';
import { progressOf, queueOf, type Queued } from './queue.ts';
import type { CaseReport, Report, Verdict } from './report.ts';
import { brokenIn } from './rule.ts';
import type { Session, SessionOptions } from './session.ts';
import type { Suite, SuiteCase } from './suite.ts';

/**
 * Judges a compiled program by a suite. The sandbox gets inputs and gives what the learner's host
 * did; the same inputs are replayed on the reference here, and what can be observed is compared.
 * @throws RangeError if the case `only` does not exist
 */
export async function judge(
  suite: Suite,
  js: string,
  factory: SandboxFactory,
  { seed, budget = 1_000, only, random = DRAWN, ship = [], onProgress }: JudgeOptions,
): Promise<Report> {
  const began = performance.now();
  const drawn = drawnCases(suite, seed, random);
  const all = drawn === null ? suite.cases : [...suite.cases, drawn.one];
  const cases = only === undefined ? all : all.filter(({ id }) => id === only);
  if (cases.length === 0) throw new RangeError(`${suite.lab} has no case ${only ?? ''}`);

  const queue = queueOf(cases, seed);
  const options = { program: { js, exports: suite.exports, ship }, factory, seed, budget };
  const progress = progressOf(queue);
  const base = {
    lab: suite.lab,
    total: cases.length,
    seed,
    only: only ?? null,
    message: '',
    stack: '',
  };
  try {
    const batch = await runBatch(queue, {
      ...options,
      onProgress: (done) => onProgress?.(progress(done)),
      // The reference answers while the sandbox is busy.
      meanwhile: (from, to) => expectAhead(queue.slice(from, to), drawn),
    });
    // To make a case small takes a while, too: whoever waits hears that the judge is at work.
    const onAsk = () => onProgress?.(progress(queue.length));
    const reports = await judgeCases({ suite, cases, drawn, queue }, batch, { ...options, onAsk });
    const cutShort = batch.stop !== null || reports.length < cases.length;
    const verdict = overall(reports, batch.stop?.verdict ?? null, cutShort);
    return { ...base, verdict, cases: reports, cutShort, ms: performance.now() - began };
  } catch (error) {
    const ms = performance.now() - began;
    return { ...base, ...loadFailure(error), cases: [], cutShort: true, ms };
  }
}

function expectAhead(jobs: readonly Queued[], drawn: DrawnCases | null): void {
  for (const { one, index } of jobs) if (one === drawn?.one) drawn.expected(index);
}

function overall(
  cases: readonly CaseReport[],
  stopped: Verdict | null,
  cutShort: boolean,
): Verdict {
  const failed = cases.find((each) => each.verdict !== 'passed')?.verdict;
  return stopped ?? failed ?? (cutShort ? 'wrong' : 'passed');
}

interface Asked {
  readonly suite: Suite;
  /** Those that were to be run, in the suite's order. */
  readonly cases: readonly SuiteCase[];
  readonly drawn: DrawnCases | null;
  readonly queue: readonly Queued[];
}

async function judgeCases(
  { suite, cases, drawn, queue }: Asked,
  { answers, stop, session }: Batch,
  options: ShrinkOptions,
): Promise<readonly CaseReport[]> {
  try {
    const stopped = queue[stop?.run ?? -1];
    const written = cases.filter((one) => one !== drawn?.one && one !== stopped?.one);
    const judged = written.flatMap((one) => judgeWritten(one, queue, answers) ?? []);
    const random = drawn !== null && cases.includes(drawn.one) && drawn.one !== stopped?.one;
    const [reports, ofDrawn] = await Promise.all([
      reportWritten(suite, judged, stop === null ? options : null),
      random ? smallest(drawn, queue, answers, options, session) : null,
    ]);
    return cases.flatMap((one): readonly CaseReport[] => {
      if (stop !== null && one === stopped?.one) return [reportStopped(stopped, stop)];
      if (one !== drawn?.one) return reports.filter(({ id }) => id === one.id);
      if (ofDrawn === null) return [];
      if (ofDrawn === 'passed') return [reportDrawn(one, drawn.runs.length)];
      return [reportSmallest(suite, one, ofDrawn, reports)];
    });
  } finally {
    session?.close();
  }
}

/** The written cases' reports. With `options`, the first that failed is looked at once more alone. */
async function reportWritten(
  suite: Suite,
  judged: readonly Judged[],
  options: SessionOptions | null,
): Promise<readonly CaseReport[]> {
  const failed = judged.flatMap(({ one, failure }) => (failure === null ? [] : [{ one, failure }]));
  const prints = Object.fromEntries(failed.map(({ one, failure }) => [one.id, printOf(failure)]));
  // A case that was not judged says nothing for or against a mistake.
  const known = new Set(judged.map(({ one }) => one.id));
  const among = (one: SuiteCase) => {
    const isKin = kinOf(one, suite.cases);
    return (id: string) => known.has(id) && isKin(id);
  };
  const [first] = failed;
  const run = first?.one.runs[first.failure.run];
  const elsewhere =
    options !== null && first !== undefined && run !== undefined
      ? await remembersElsewhere(run, first.failure, options)
      : false;
  return judged.map(({ one, failure, shown, ...each }) => {
    const remembers = each.remembers || (elsewhere && first?.one === one);
    const mutant =
      failure === null || remembers ? null : matchMutant(suite.prints, prints, one.id, among(one));
    return reportCase(one, failure, shown, { mutant, remembers });
  });
}

/** What came of the drawn cases; `null` if not all of them could be judged. */
async function smallest(
  drawn: DrawnCases,
  queue: readonly Queued[],
  answers: readonly Answer[],
  options: ShrinkOptions,
  session: Session | null,
): Promise<Smallest | 'passed' | null> {
  const from = queue.findIndex(({ one }) => one === drawn.one);
  const own = answers.slice(from, from + drawn.runs.length);
  if (own.length < drawn.runs.length) return null;
  const failed = failedDrawn(drawn, own);
  if (failed.length === 0) return 'passed';
  if (session === null) return null;
  const earlier = queue.slice(0, from).map(({ run }) => run);
  return smallestFailure(drawn, failed, { ...options, earlier }, session);
}

/** The run on which all ended. Of a drawn one, what would have come after it is left out. */
function reportStopped({ one, index }: Queued, stop: Stop): CaseReport {
  const run = one.runs[index];
  if (one.id !== RANDOM || run === undefined) return reportStop(one, index, stop);
  const cut = isCalls(run) ? run : cutAfter(run, stop.at);
  return reportStop(shownDrawn(one, cut, ''), 0, stop, index + 1);
}

function reportSmallest(
  suite: Suite,
  one: SuiteCase,
  { run, failure, remembers }: Smallest,
  others: readonly CaseReport[],
): CaseReport {
  const cause = causeOf(run, failure);
  // The same cause has a name already, if a written case that failed by it is known.
  const known = new Set(others.filter((each) => each.cause === cause).map(({ mutant }) => mutant));
  const [mutant = null] = known.size === 1 ? known : [];
  const sameCall = isCalls(run) ? suite.cases.find((each) => callOf(each) === run.call) : undefined;
  const shown = shownDrawn(one, run, sameCall?.rfc ?? brokenIn(run, failure));
  return reportCase(shown, { ...failure, run: 0 }, failure.outcome, {
    mutant: remembers ? null : mutant,
    remembers,
    drawn: one.runs.length,
  });
}

/** The drawn cases with one of them to be shown, as a script where it is none of calls. */
function shownDrawn(one: SuiteCase, run: Run, rfc: string): SuiteCase {
  return { ...one, rfc, pkt: isCalls(run) ? '' : scriptOf(run, rfc), runs: [run] };
}

/** Empty where no script can say what happens: a verdict does not hang on it. */
function scriptOf(run: HostRun, rfc: string): string {
  try {
    return runToPkt(run, rfc === '' ? {} : { rfc });
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}
