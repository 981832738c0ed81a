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
const MOST = 256;
const PACE = 50;

/** All runs together may take so many budgets. */
const ALL = 20;

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

export interface BatchOptions extends SessionOptions {
  onProgress?(done: number): void;
  /** Called with the jobs that have just gone in: there is time to work on them. */
  meanwhile?(from: number, to: number): void;
}

export interface Batch {
  /** One per job, as far as it got. */
  readonly answers: readonly Answer[];
  readonly stop: Stop | null;
  /** The sandbox in which all of it was run, for whoever wants to go on and closes it; `null` if it ended. */
  readonly session: Session | null;
}

/**
 * Runs all jobs, in the given order, in one sandbox with the program loaded once. If that does not
 * come to its end, the runs on which it stopped are run once more alone, one by one with a report of
 * every event: to learn on which one it hangs. If it does not hang there, it hangs on something
 * that it remembers, or the machine was only busy: then everything is run once more in that way.
 * @throws SandboxError, Overrun if the program cannot be loaded
 */
export async function runBatch(jobs: readonly Job[], options: BatchOptions): Promise<Batch> {
  const quick = await pass(jobs, options, false);
  if (quick.stop === null) return quick;

  const from = quick.answers.length;
  const rest = jobs.slice(from, from + quick.size);
  const silent = { ...options, onProgress: () => options.onProgress?.(from), meanwhile: undefined };
  const alone = await pass(rest, silent, true);
  if (alone.stop === null) {
    alone.session?.close();
    return pass(jobs, options, true);
  }
  const stop = { ...alone.stop, run: from + (alone.stop.run ?? 0) };
  return { answers: [...quick.answers, ...alone.answers], stop, session: null };
}

async function pass(
  jobs: readonly Job[],
  options: BatchOptions,
  trail: boolean,
): Promise<Batch & { readonly size: number }> {
  const answers: Answer[] = [];
  const end = performance.now() + ALL * options.budget;
  let at: EventRef = null;
  let size = trail ? 1 : FIRST;
  const session = await openSession(options, (event) => (at = event));
  try {
    while (answers.length < jobs.length) {
      const began = performance.now();
      if (began > end) throw new Overrun('the runs took too long together');
      at = null;
      const chunk = alike(jobs, answers.length, size);
      const runs = chunk.map(({ run }) => run);
      const look = !trail && chunk[0]?.look === true;
      const answer = look ? session.look(runs) : session.run(runs, { trail });
      options.meanwhile?.(answers.length, answers.length + chunk.length);
      answers.push(...(await answer));
      options.onProgress?.(answers.length);
      if (!trail) size = nextSize(size, performance.now() - began);
    }
    return { answers, stop: null, session, size };
  } catch (error) {
    session.close();
    if (!isTheirs(error)) throw error;
    return { answers, stop: stopFrom(error, answers.length, at), session: null, size };
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
