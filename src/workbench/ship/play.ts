import { compare } from '#judge/compare.ts';
import type { Divergence } from '#judge/report.ts';
import { Overrun } from '#judge/session.ts';
import { eventOf, replay, ReplayError, type HostRecord, type HostRun } from '#network/replay.ts';
import { SandboxError, type SandboxFactory, type ShipPlank } from '#sandbox/sandbox.ts';
import { playClosed, type Part, type Stopped } from '#scenario/closed-loop.ts';
import { runScenario } from '#scenario/run.ts';
import type { Scenario } from '#scenario/scenario.ts';
import { reference, type TcpEvent } from '#tcp';
import type { Trace } from '#trace/trace.ts';
import { openElsewhere, type CodeFailure, type Elsewhere } from './elsewhere.ts';

/** A scenario to be played with the learner's TCP. */
export interface PlayRequest {
  readonly scenario: Scenario;
  /** Transmissions to lose besides those that the scenario names. */
  readonly lose: readonly string[];
  /** The hosts that the learner's TCP plays. */
  readonly hosts: readonly string[];
  readonly planks: readonly ShipPlank[];
}

/** Where the learner's TCP does first what the reference would not. */
export interface FirstDifference {
  readonly host: string;
  readonly divergence: Divergence;
  readonly event: TcpEvent;
  /** The step of the Trace that shows it; `null` if there is none. */
  readonly n: number | null;
}

/** Why a play was not played to its end. */
export interface Cut {
  readonly why: CodeFailure['verdict'] | Exclude<Stopped['why'], 'failed'> | 'did not load';
  readonly host: string | null;
  /** Virtual time, ms. */
  readonly t: number;
  readonly message: string;
  /** The lab whose plank could not be loaded. */
  readonly lab: string | null;
}

/** What the figure shows. */
export interface Played {
  readonly trace: Trace;
  readonly differs: FirstDifference | null;
  readonly cut: Cut | null;
}

/** How long the learner's code may go without an answer, ms. */
const BUDGET = 1_000;

/**
 * Plays a scenario with the learner's TCP at some of its ends, the network and the other ends here.
 * Never throws because of what the learner's code does.
 */
export async function play(
  request: PlayRequest,
  factory: SandboxFactory,
  budget = BUDGET,
): Promise<Played> {
  const { scenario, lose, hosts, planks } = request;
  let mine: Elsewhere;
  try {
    mine = await openElsewhere({ planks, factory, budget });
  } catch (error) {
    return { trace: unplayed(scenario), differs: null, cut: notLoaded(error) };
  }
  try {
    const { trace, parts, stopped } = await playClosed(scenario, hosts, mine.ask, { lose });
    return {
      trace,
      differs: firstDifference(parts, trace, stopped),
      cut: stopped && cutOf(stopped, mine),
    };
  } finally {
    mine.close();
  }
}

/** The scenario before anything has happened. */
function unplayed(scenario: Scenario): Trace {
  return { ...runScenario({ ...scenario, script: [], old: [], until: 0 }), entries: [] };
}

/** Errors that are not the learner's are thrown on. */
function notLoaded(error: unknown): Cut {
  const base = { why: 'did not load', host: null, t: 0 } as const;
  if (error instanceof Overrun) return { ...base, message: '', lab: null };
  if (!(error instanceof SandboxError)) throw error;
  return { ...base, message: error.message, lab: error.lab };
}

function cutOf({ why, host, t }: Stopped, mine: Elsewhere): Cut {
  const base = { host, t, lab: null };
  if (why !== 'failed') return { ...base, why, message: '' };
  const failure = host === null ? null : mine.failure(host);
  return {
    ...base,
    why: failure?.verdict ?? 'did not return',
    message: failure?.message ?? '',
  };
}

/** The earliest of what any host did otherwise than the reference would have, on the same inputs. */
function firstDifference(
  parts: Readonly<Record<string, Part>>,
  trace: Trace,
  stopped: Stopped | null,
): FirstDifference | null {
  const found = Object.entries(parts).flatMap(([host, part]): FirstDifference[] => {
    const { run, taken } = part;
    // What a host would have done when it stopped, nobody knows.
    const until = stopped === null ? trace.end : stopped.t - 1e-6;
    const divergence = compare({ entries: taken }, expected({ ...run, until }));
    const event = divergence && eventIn(run, divergence);
    return divergence && event
      ? [{ host, divergence, event, n: stepOf(trace, host, part, divergence.theirsAt) }]
      : [];
  });
  return found.sort((a, b) => a.divergence.t - b.divergence.t)[0] ?? null;
}

function expected(run: HostRun): HostRecord {
  try {
    return replay(reference, run);
  } catch (error) {
    if (error instanceof ReplayError) return error.record;
    throw error;
  }
}

function eventIn(run: HostRun, { cause }: Divergence): TcpEvent | null {
  if (cause === null || 'call' in cause) return null;
  if ('timer' in cause) return { type: 'TIMEOUT', timer: cause.timer };
  const input = run.inputs[cause.input];
  return input === undefined ? null : eventOf(input);
}

/** The step in the Trace that an entry of a host's record became. */
function stepOf(trace: Trace, host: string, { taken }: Part, at: number | null): number | null {
  if (at === null) return null;
  const hidden = taken.filter(({ t }) => t < 0).length;
  const steps = trace.entries.filter((entry) => entry.kind === 'step' && entry.host === host);
  return steps[at - hidden]?.n ?? null;
}
