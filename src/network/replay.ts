import { type Call, type Config, type Engine, PlankError, type Segment, type Timer } from '#tcp';
import { createHost, type HostStep } from './host.ts';
import { isnFrom } from './isn.ts';

/** A host that takes more steps than this in one run has timers that breed timers. */
const MAX_STEPS = 100_000;

/** What happens to a host, and when (ms). Inputs stand in order of time. */
export type Input = { readonly at: number } & (
  | {
      readonly kind: 'call';
      /** The connection that the call is about; OPEN makes it. */
      readonly conn: string;
      readonly call: Call;
    }
  | { readonly kind: 'segment'; readonly seg: Segment }
);

/** All that one host needs to be run by itself: plain data, made beforehand. */
export interface HostRun {
  readonly config: Config;
  /** Initial sequence numbers in the order of use; the last one is kept when they run out. */
  readonly isn: readonly number[];
  readonly inputs: readonly Input[];
  /** When the run stops at the latest, ms. */
  readonly until: number;
}

/** What set a step off: an input, by its place, or a timer that expired. */
export type Cause = { readonly input: number } | { readonly timer: Timer };

export interface HostEntry extends HostStep {
  /** Virtual time, ms. */
  readonly t: number;
  readonly cause: Cause;
}

/** What the host did, step by step. */
export interface HostRecord {
  readonly entries: readonly HostEntry[];
}

/** A step threw. What went before it is in `record`. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
  readonly at: Cause & { readonly t: number };
  readonly record: HostRecord;

  constructor(at: Cause & { readonly t: number }, record: HostRecord, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.at = at;
    this.record = record;
  }
}

/**
 * Runs one host by itself, open loop: the inputs are given, nothing answers what it sends. After the
 * last input the clock runs on until no timer is left, or `until`.
 *
 * `onEvent` hears of each event before it is taken. Throws ReplayError where a step throws.
 */
export function replay(
  engine: Engine,
  run: HostRun,
  onEvent?: (at: Cause & { readonly t: number }) => void,
): HostRecord {
  const host = createHost({ engine, config: run.config, isn: isnFrom(run.isn) });
  const entries: HostEntry[] = [];

  const take = (t: number, cause: Cause, body: () => HostStep) => {
    onEvent?.({ ...cause, t });
    try {
      if (entries.length >= MAX_STEPS) {
        throw new PlankError(`one run led to more than ${MAX_STEPS} events`);
      }
      entries.push({ t, cause, ...body() });
    } catch (error) {
      throw new ReplayError({ ...cause, t }, { entries }, error);
    }
  };

  const runTimers = (until: number, inclusive: boolean) => {
    for (;;) {
      const pending = host.nextTimer();
      if (pending === null || pending.at > until || (pending.at === until && !inclusive)) return;
      take(pending.at, { timer: pending.timer }, () => host.fire(pending, pending.at));
    }
  };

  run.inputs.forEach((input, index) => {
    runTimers(input.at, false);
    take(input.at, { input: index }, () =>
      input.kind === 'call'
        ? host.call(input.conn, input.call, input.at)
        : host.receive(input.seg, input.at),
    );
  });
  runTimers(run.until, true);
  return { entries };
}
