import {
  SandboxError,
  type EventRef,
  type Outcome,
  type Run,
  type Seen,
} from '#sandbox/sandbox.ts';
import { isTheirs, openSession, Overrun, type Session, type SessionOptions } from './session.ts';

/** So many runs go in with the first call; later ones take what is done in about `PACE` ms. */
const FIRST = 16;
const MOST = 128;
const PACE = 50;

/** So many go in at once when it is not sure that the machine is fast enough. */
const FEW = 4;

/** All runs together may take so many budgets, those that are made once more included. */
const ALL = 15;

/** A run, and how much of it is wanted. */
export interface Job {
  readonly run: Run;
  /** Only what could be seen of it: enough to say whether it is right. */
  readonly look: boolean;
}

/** What came back for a job. */
export type Answer = Outcome | Seen;

/** Why a batch ended before its end. */
export interface Stop {
  readonly verdict: 'did not return' | 'ran out of memory' | 'threw';
  /** The run it stopped on, by its place in the batch; `null` while the program was loaded. */
  readonly run: number | null;
  readonly at: EventRef;
  readonly message: string;
}

/** How a batch is run, and who hears of it. */
export interface BatchOptions extends SessionOptions {
  onProgress?(done: number): void;
  /** Called with the jobs that have just gone in: there is time to work on them. */
  meanwhile?(from: number, to: number): void;
}

/** What came of a batch, as far as it got. */
export interface Batch {
  /** One per job, as far as it got. */
  readonly answers: readonly Answer[];
  readonly stop: Stop | null;
  /** The sandbox in which all of it was run, for whoever wants to go on and closes it; `null` if it ended. */
  readonly session: Session | null;
}

/** How runs go in: how many at first, and whether that changes; with a report of every event. */
interface Way {
  readonly size: number;
  readonly adapts: boolean;
  readonly trail: boolean;
}

const QUICK: Way = { size: FIRST, adapts: true, trail: false };
const CAREFUL: Way = { size: FEW, adapts: false, trail: false };
const TRAILED: Way = { size: 1, adapts: false, trail: true };

/**
 * Runs all jobs, in the given order, in one sandbox with the program loaded once. If that does not
 * come to its end, the runs on which it stopped are run once more alone, one by one with a report of
 * every event: to learn on which one it hangs. If it does not hang there, the machine may only have
 * been busy, and everything is run once more with more calls; or it hangs on something that it
 * remembers, and everything is run once more with a report of every event.
 * @throws SandboxError, Overrun if the program cannot be loaded
 */
export async function runBatch(jobs: readonly Job[], options: BatchOptions): Promise<Batch> {
  const end = performance.now() + ALL * options.budget;
  for (const way of [QUICK, CAREFUL]) {
    const batch = await pass(jobs, options, way, end);
    // What is slow all along hangs nowhere in particular, and would be slow again.
    if (batch.stop === null || batch.isSlow) return batch;
    const stopped = await alone(jobs, options, batch, end);
    if (stopped !== null) return stopped;
  }
  return pass(jobs, options, TRAILED, end);
}

/** The runs on which a batch stopped, alone: `null` if they come to their end. */
async function alone(
  jobs: readonly Job[],
  options: BatchOptions,
  { answers, size }: Passed,
  end: number,
): Promise<Batch | null> {
  const from = answers.length;
  const silent = { ...options, onProgress: () => options.onProgress?.(from), meanwhile: undefined };
  const rest = await pass(jobs.slice(from, from + size), silent, TRAILED, end);
  if (rest.stop === null) {
    rest.session?.close();
    return null;
  }
  const stop = { ...rest.stop, run: from + (rest.stop.run ?? 0) };
  return { answers: [...answers, ...rest.answers], stop, session: null };
}

interface Passed extends Batch {
  /** How many runs went in at once at the end. */
  readonly size: number;
  /** No call took too long, but all of them together did. */
  readonly isSlow: boolean;
}

async function pass(
  jobs: readonly Job[],
  options: BatchOptions,
  { trail, adapts, ...way }: Way,
  end: number,
): Promise<Passed> {
  const answers: Answer[] = [];
  let at: EventRef = null;
  let { size } = way;
  let isSlow = false;
  const session = await openSession(options, (event) => (at = event));
  try {
    while (answers.length < jobs.length) {
      const began = performance.now();
      isSlow = began > end;
      if (isSlow) throw new Overrun('the runs took too long together');
      at = null;
      const chunk = alike(jobs, answers.length, size);
      const runs = chunk.map(({ run }) => run);
      const look = !trail && chunk[0]?.look === true;
      const answer = look ? session.look(runs) : session.run(runs, { trail });
      options.meanwhile?.(answers.length, answers.length + chunk.length);
      answers.push(...(await answer));
      options.onProgress?.(answers.length);
      if (adapts) size = nextSize(size, performance.now() - began);
    }
    return { answers, stop: null, session, size, isSlow };
  } catch (error) {
    session.close();
    if (!isTheirs(error)) throw error;
    return { answers, stop: stopFrom(error, answers.length, at), session: null, size, isSlow };
  }
}

/** At most `size` jobs from a place on, all of which want the same. */
function alike(jobs: readonly Job[], from: number, size: number): readonly Job[] {
  const chunk = jobs.slice(from, from + size);
  const other = chunk.findIndex(({ look }) => look !== chunk[0]?.look);
  return other === -1 ? chunk : chunk.slice(0, other);
}

/** Few calls, and none so long that nothing is heard of it: progress shows, and a hang is found soon. */
function nextSize(size: number, ms: number): number {
  if (ms < PACE) return Math.min(MOST, size * 2);
  return ms > 2 * PACE ? Math.max(1, Math.floor(size / 2)) : size;
}

/** What it means that a call to a sandbox failed. */
export function stopFrom(error: unknown, run: number | null, at: EventRef): Stop {
  if (error instanceof Overrun) return { verdict: 'did not return', run, at, message: '' };
  const isMemory = error instanceof SandboxError && error.fault === 'out of memory';
  if (isMemory) return { verdict: 'ran out of memory', run, at, message: '' };
  return { verdict: 'threw', run, at, message: error instanceof Error ? error.message : '' };
}
