import { isTheirs, openSession, Overrun, type Session } from '#judge/session.ts';
import type { HostRecord, HostRun } from '#network/replay.ts';
import type { FailsAt } from '#network/recorded-host.ts';
import type { EventRef, Outcome, RunOutcome, SandboxFactory, ShipPlank } from '#sandbox/sandbox.ts';
import type { Ask } from '#scenario/closed-loop.ts';

/** How the learner's code failed at an event. */
export interface CodeFailure {
  readonly verdict: 'threw' | 'did not return' | 'ran out of memory' | 'returned nonsense';
  /** What was thrown, or what the nonsense was; empty otherwise. */
  readonly message: string;
}

/** The learner's TCP, in a sandbox. */
export interface Elsewhere {
  readonly ask: Ask;
  /** How a host of it failed last; `null` if it did not. */
  failure(host: string): CodeFailure | null;
  close(): void;
}

interface Options {
  readonly planks: readonly ShipPlank[];
  readonly factory: SandboxFactory;
  /** How long the code may go without an answer, ms. */
  readonly budget: number;
}

/** Every visit plays alike. */
const SEED = 1;

/** All of a play may take so many budgets. */
const ALL = 20;

/** Less than any time that tells two events apart, ms. */
const BEFORE = 1e-6;

const NOTHING: HostRecord = { entries: [] };

/**
 * Opens the learner's TCP.
 * @throws SandboxError if a plank cannot be loaded (`lab` says which), Overrun if one does not return
 */
export async function openElsewhere({ planks, factory, budget }: Options): Promise<Elsewhere> {
  const program = { js: '', exports: [], ship: planks };
  const open = (onTrail?: (at: EventRef) => void) =>
    openSession({ program, factory, seed: SEED, budget }, onTrail);
  const end = performance.now() + ALL * budget;
  const failures = new Map<string, CodeFailure>();
  const records = new Map<string, HostRecord>();
  let sandbox = await open();

  const runIn = async (place: Session, run: HostRun, trail = false): Promise<RunOutcome> => {
    if (performance.now() > end) throw new Overrun('all of it took too long');
    const [outcome] = await place.run([run], { trail });
    if (outcome === undefined || !isOfHost(outcome)) throw new RangeError('no record of a host');
    return outcome;
  };

  /** The event on which the code hangs; `null` if that cannot be told. */
  const hangsAt = async (run: HostRun): Promise<FailsAt | null> => {
    let at: EventRef = null;
    const place = await open((event) => (at = event));
    try {
      await runIn(place, run, true);
      return null;
    } catch (error) {
      if (!isTheirs(error)) throw error;
      return placeOf(at);
    } finally {
      place.close();
    }
  };

  /** What is left when a run did not come back: all before the event on which it hangs. */
  const without = async (host: string, run: HostRun) => {
    sandbox.close();
    try {
      const fails = await hangsAt(run);
      sandbox = await open();
      if (fails !== null) {
        const { record } = await runIn(sandbox, until(run, fails));
        return { record, fails };
      }
    } catch (error) {
      if (!isTheirs(error)) throw error;
    }
    return unanswered(host, run);
  };

  /** Nothing came of the newest input but what went before it. */
  const unanswered = (host: string, run: HostRun) => ({
    record: before(records.get(host) ?? NOTHING, run),
    fails: { input: run.inputs.length - 1 },
  });

  const ask: Ask = async (host, run) => {
    failures.delete(host);
    try {
      const outcome = await runIn(sandbox, run);
      if (outcome.kind === 'done') {
        records.set(host, outcome.record);
        return { record: outcome.record, fails: null };
      }
      const verdict = outcome.kind === 'threw' ? 'threw' : 'returned nonsense';
      failures.set(host, { verdict, message: outcome.message });
      const fails = placeOf(outcome.at);
      return fails === null ? unanswered(host, run) : { record: outcome.record, fails };
    } catch (error) {
      if (!isTheirs(error)) throw error;
      const isLate = error instanceof Overrun;
      const verdict = isLate ? 'did not return' : 'ran out of memory';
      failures.set(host, { verdict, message: '' });
      return without(host, run);
    }
  };

  return {
    ask,
    failure: (host) => failures.get(host) ?? null,
    close: () => sandbox.close(),
  };
}

function isOfHost(outcome: Outcome): outcome is RunOutcome {
  return 'entries' in outcome.record;
}

function placeOf(at: EventRef): FailsAt | null {
  if (at === null || 'call' in at) return null;
  return 'input' in at ? at : { t: at.t };
}

/** A run without the event on which the code hangs, and what comes after it. */
function until(run: HostRun, fails: FailsAt): HostRun {
  if ('t' in fails) return { ...run, until: fails.t - BEFORE };
  return { ...run, inputs: run.inputs.slice(0, fails.input) };
}

/** The part of an earlier record that the newest input of `run` leaves as it was. */
function before({ entries }: HostRecord, run: HostRun): HostRecord {
  const newest = run.inputs.at(-1)?.at ?? 0;
  return { entries: entries.filter(({ cause, t }) => 'input' in cause || t < newest) };
}
