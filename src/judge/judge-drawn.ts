import type { HostRun } from '#network/replay.ts';
import { isCalls, type EventRef, type Outcome, type Run } from '#sandbox/sandbox.ts';
import type { Answer } from './batch.ts';
import { failureOf } from './case-report.ts';
import { causeOf } from './cause.ts';
import type { DrawnCases } from './drawn.ts';
import { printOrNone } from './judge-written.ts';
import { printOf, type Failure } from './print.ts';
import { isTheirs, openSession, type Session, type SessionOptions } from './session.ts';

/** The smallest drawn case that was found to fail, and how it fails. */
export interface Smallest {
  readonly run: Run;
  readonly failure: Failure;
  /** Alone, it does not fail so: the plank remembers what went before. */
  readonly remembers: boolean;
}

/** What a case that failed is asked about with. */
export interface ShrinkOptions extends SessionOptions {
  /** Called before each question. */
  onAsk?(): void;
}

/** The places of the drawn cases that are not answered as the reference answers them. */
export function failedDrawn(drawn: DrawnCases, answers: readonly Answer[]): readonly number[] {
  return answers.flatMap((answer, i) => {
    const run = drawn.runs[i];
    if (run === undefined) return [];
    const isRight =
      answer.kind === 'seen'
        ? drawn.expected(i).includes(answer.text)
        : failureOf(run, 0, answer) === null;
    return isRight ? [] : [i];
  });
}

/**
 * Makes the shortest of the cases that failed as small as it can be while it fails in the same way.
 * Asks the sandbox in which all of them were run, and a fresh one at the end. `earlier`: what was
 * run before the first of them.
 */
export async function smallestFailure(
  drawn: DrawnCases,
  failed: readonly number[],
  { earlier, ...options }: ShrinkOptions & { readonly earlier: readonly Run[] },
  session: Session,
): Promise<Smallest | null> {
  const [shortest] = failed.toSorted((a, b) => sizeOf(drawn, a) - sizeOf(drawn, b) || a - b);
  const first = drawn.runs[shortest ?? -1];
  if (shortest === undefined || first === undefined) return null;

  const asking = patient(session, options);
  try {
    const failure = await asking.failure(first);
    // It failed, and now it does not: only what was asked in between can have changed that.
    if (failure === null) {
      return await asBefore(first, [...earlier, ...drawn.runs.slice(0, shortest)], options);
    }

    const cause = causeOf(first, failure);
    let least = { run: first, failure };
    const fails = async (run: Run): Promise<boolean> => {
      const other = await asking.failure(run);
      if (other === null || causeOf(run, other) !== cause) return false;
      least = { run, failure: other };
      return true;
    };
    await drawn.shrink(shortest, fails);
    const cut = cutAt(least.run, least.failure);
    if (cut !== null) await fails(cut);
    return { ...least, remembers: await remembersElsewhere(least.run, least.failure, options) };
  } finally {
    asking.close();
  }
}

/** How much happens in a case. */
function sizeOf({ runs }: DrawnCases, index: number): number {
  const run = runs[index];
  if (run === undefined) return Number.POSITIVE_INFINITY;
  return isCalls(run) ? run.args.length : run.inputs.length;
}

/** A smaller case that hangs is not waited for more often than this. */
const HANGS = 2;

/** All questions together may take so many budgets; only a very slow plank comes to that. */
const PATIENCE = 5;

/** Asks one run at a time; a sandbox that hung or ended is replaced, but not for ever. */
function patient(first: Session, options: ShrinkOptions) {
  const end = performance.now() + PATIENCE * options.budget;
  let session: Session | null = first;
  let hangs = 0;
  return {
    async failure(run: Run): Promise<Failure | null> {
      if (hangs >= HANGS || performance.now() > end) return null;
      options.onAsk?.();
      try {
        session ??= await openSession(options);
        const [outcome] = await session.run([run]);
        return outcome === undefined ? null : failureOf(run, 0, outcome);
      } catch (error) {
        if (!isTheirs(error)) throw error;
        hangs += 1;
        session?.close();
        session = null;
        return null;
      }
    },
    close: () => session?.close(),
  };
}

/** So many runs are looked at with one call. */
const CHUNK = 64;

/** A run once more after all that came before it, in a fresh sandbox: there it fails as it did. */
async function asBefore(
  run: Run,
  before: readonly Run[],
  options: SessionOptions,
): Promise<Smallest> {
  let session: Session | null = null;
  try {
    session = await openSession(options);
    for (let i = 0; i < before.length; i += CHUNK) await session.look(before.slice(i, i + CHUNK));
    const [outcome] = await session.run([run]);
    const failure = outcome ? failureOf(run, 0, outcome) : null;
    return { run, failure: failure ?? fickle(run), remembers: true };
  } catch (error) {
    if (!isTheirs(error)) throw error;
    return { run, failure: fickle(run), remembers: true };
  } finally {
    session?.close();
  }
}

/** It failed once and could not be brought to fail again. */
function fickle(run: Run): Failure {
  const outcome: Outcome = {
    kind: 'nonsense',
    message: 'it answers the same inputs in one way and then in another',
    at: null,
    record: isCalls(run) ? { values: [] } : { entries: [] },
    console: { lines: [], left: 0 },
  };
  return { run: 0, outcome, divergence: null };
}

/** Runs a run that failed once more, alone and first: does it fail in another way, or not at all? */
export async function remembersElsewhere(
  run: Run,
  failure: Failure,
  options: SessionOptions,
): Promise<boolean> {
  let session: Session | null = null;
  try {
    session = await openSession(options);
    const [outcome] = await session.run([run]);
    if (outcome === undefined) return false;
    return printOrNone(failureOf(run, failure.run, outcome)) !== printOf(failure);
  } catch (error) {
    if (!isTheirs(error)) throw error;
    // It failed in time before: the machine may be busy now, and nothing is said that is not sure.
    return false;
  } finally {
    session?.close();
  }
}

/** The run without what comes after the event on which it failed; `null` if nothing does. */
function cutAt(run: Run, { outcome, divergence }: Failure): Run | null {
  if (isCalls(run)) return null;
  const at = divergence?.cause ?? ('at' in outcome ? outcome.at : null);
  const cut = cutAfter(run, at);
  const isSame = cut.inputs.length === run.inputs.length && cut.until === run.until;
  return isSame ? null : cut;
}

/** A run up to an event, with it. */
export function cutAfter(run: HostRun, at: EventRef): HostRun {
  if (at === null || 'call' in at) return run;
  if ('timer' in at) {
    // Whoever says when it was may say any time: no run is made longer by it.
    const until = Math.min(at.t, run.until);
    return { ...run, inputs: run.inputs.filter((input) => input.at <= until), until };
  }
  const until = run.inputs[at.input]?.at ?? run.until;
  return { ...run, inputs: run.inputs.slice(0, at.input + 1), until };
}
