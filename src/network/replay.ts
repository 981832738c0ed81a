import {
  type Call,
  type Config,
  type Engine,
  PlankError,
  type Segment,
  type TcpEvent,
  type Timer,
} from '#tcp';
import {
  createHost,
  type Host,
  type HostOptions,
  type HostStep,
  type IcmpMessage,
} from './host.ts';
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
  | { readonly kind: 'icmp'; readonly message: IcmpMessage }
  /** A listener gets queues for so many connections. */
  | { readonly kind: 'backlog'; readonly conn: string; readonly backlog: number }
  /** The program takes the connection that has waited longest in a listener's queue, if there is one. */
  | { readonly kind: 'accept'; readonly conn: string }
  /** The power fails: all connections are gone. */
  | { readonly kind: 'crash' }
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

/** The event that an input is for a connection; `null` for what is none. */
export function eventOf(input: Input): TcpEvent | null {
  switch (input.kind) {
    case 'call':
      return input.call;
    case 'segment':
      return { type: 'SEGMENT-ARRIVES', seg: input.seg };
    case 'icmp': {
      const { error, seq, mtu } = input.message;
      return { type: 'ICMP', error, seq, ...(mtu === undefined ? {} : { mtu }) };
    }
    case 'backlog':
    case 'accept':
    case 'crash':
      return null;
  }
}

/** Lets an input happen. `null`: no connection takes a step. */
function give(host: Host, input: Input): HostStep | null {
  switch (input.kind) {
    case 'call':
      return host.call(input.conn, input.call, input.at);
    case 'segment':
      return host.receive(input.seg, input.at);
    case 'icmp':
      return host.icmp(input.message, input.at);
    case 'backlog':
      host.setBacklog(input.conn, input.backlog);
      return null;
    case 'accept':
      host.accept(input.conn);
      return null;
    case 'crash':
      host.crash();
      return null;
  }
}

/**
 * Runs one host by itself, open loop: the inputs are given, nothing answers what it sends. After the
 * last input the clock runs on until no timer is left, or `until`.
 *
 * `onEvent` hears of each event before it is taken. Without `diffs`, entries do not say which fields
 * of the TCB changed: that is faster. Throws ReplayError where a step throws.
 */
export function replay(
  engine: Engine,
  run: HostRun,
  onEvent?: (at: Cause & { readonly t: number }) => void,
  { diffs = true }: Pick<HostOptions, 'diffs'> = {},
): HostRecord {
  const host = createHost({ engine, config: run.config, isn: isnFrom(run.isn), diffs });
  const entries: HostEntry[] = [];

  const take = (t: number, cause: Cause, body: () => HostStep | null) => {
    onEvent?.({ ...cause, t });
    try {
      if (entries.length >= MAX_STEPS) {
        throw new PlankError(`one run led to more than ${MAX_STEPS} events`);
      }
      const step = body();
      if (step !== null) entries.push({ t, cause, ...step });
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
    take(input.at, { input: index }, () => give(host, input));
  });
  runTimers(run.until, true);
  return { entries };
}
