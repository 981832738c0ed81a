import {
  SandboxError,
  type EventRef,
  type Outcome,
  type Program,
  type Run,
  type Sandbox,
  type SandboxFactory,
  type Trail,
} from '#sandbox/sandbox.ts';
import { validateOutcomes } from './validate.ts';

/** So many runs go in with one call. Between two calls the clock of the budget starts anew. */
const CHUNK = 16;

/** All runs together may take so many budgets. */
const ALL = 10;

/** Why a batch ended before its end. */
export interface Stop {
  readonly verdict: 'did not return' | 'ran out of memory' | 'threw';
  /** The run it stopped on, by its place in the batch; `null` while the program was loaded. */
  readonly run: number | null;
  readonly at: EventRef;
  readonly message: string;
}

export interface BatchOptions {
  readonly program: Program;
  readonly factory: SandboxFactory;
  readonly seed: number;
  /** How long a call may go on without an answer, ms. */
  readonly budget: number;
  onProgress?(done: number, total: number): void;
}

export interface Batch {
  /** One per run, as far as it got. */
  readonly outcomes: readonly Outcome[];
  readonly stop: Stop | null;
}

/**
 * Runs all runs, in the given order, in one sandbox with the program loaded once. If that does not
 * come to its end, everything is run once more, one by one with a report of every event: to learn on
 * which one it hangs, and to be fair to a machine that was only busy.
 * @throws SandboxError if the program cannot be loaded
 */
export async function runBatch(runs: readonly Run[], options: BatchOptions): Promise<Batch> {
  const quick = await runOnce(runs, options, { size: CHUNK, trail: false });
  return quick.stop === null ? quick : runOnce(runs, options, { size: 1, trail: true });
}

async function runOnce(
  runs: readonly Run[],
  options: BatchOptions,
  { size, trail }: { readonly size: number; readonly trail: boolean },
): Promise<Batch> {
  const outcomes: Outcome[] = [];
  const end = performance.now() + ALL * options.budget;
  let at: EventRef = null;
  const sandbox = await openLoaded(options, (reached) => (at = reached.event));
  try {
    while (outcomes.length < runs.length) {
      if (performance.now() > end) throw new Overrun('the runs took too long together');
      at = null;
      const chunk = runs.slice(outcomes.length, outcomes.length + size);
      const answer = await within(options.budget, sandbox.run(chunk, { trail }));
      outcomes.push(...validateOutcomes(answer, chunk));
      options.onProgress?.(outcomes.length, runs.length);
    }
    return { outcomes, stop: null };
  } catch (error) {
    return { outcomes, stop: stopFrom(error, outcomes.length, at) };
  } finally {
    sandbox.close();
  }
}

/** A sandbox with the program in it. @throws SandboxError, Overrun */
export async function openLoaded(
  { factory, program, seed, budget }: BatchOptions,
  onTrail?: (at: Trail) => void,
): Promise<Sandbox> {
  const sandbox = await factory.open(onTrail);
  try {
    await within(budget, sandbox.load(program, seed));
    return sandbox;
  } catch (error) {
    sandbox.close();
    throw error;
  }
}

/** The budget ran out. */
export class Overrun extends Error {
  override readonly name = 'Overrun';
}

/** `promise`, or an Overrun after `budget` ms. */
export function within<T>(budget: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Overrun(`no answer within ${budget} ms`)), budget);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** What it means that a call to a sandbox failed. */
export function stopFrom(error: unknown, run: number | null, at: EventRef): Stop {
  if (error instanceof Overrun) return { verdict: 'did not return', run, at, message: '' };
  const isMemory = error instanceof SandboxError && error.fault === 'out of memory';
  if (isMemory) return { verdict: 'ran out of memory', run, at, message: '' };
  return { verdict: 'threw', run, at, message: error instanceof Error ? error.message : '' };
}
