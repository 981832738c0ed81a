import { createHost, type Host, type HostStep, type IcmpMessage } from '#network/host.ts';
import type { Call, Config, Engine, Segment, Signal, Tcb } from '#tcp';

/** More steps than this between two lines, and the host's timers breed timers. */
const MAX_STEPS = 10_000;

/** A segment that the host sent. */
export interface Sent {
  /** ms */
  readonly t: number;
  readonly seg: Segment;
  readonly conn: string;
}

/** A host under a script, with its clock. Times in ms. */
export interface Live {
  now(): number;
  call(conn: string, call: Call): HostStep;
  receive(seg: Segment): HostStep;
  icmp(message: IcmpMessage): void;
  /** Lets the clock run to `t`; timers that expire at `t` itself fire only if `inclusive`. */
  runTo(t: number, inclusive: boolean): void;
  /** The next segment that was sent, taken from the list; waits for one until `t`. */
  nextSent(t: number): Sent | null;
  /** What was sent and not taken yet. */
  unseen(): readonly Sent[];
  tcb(conn: string): Readonly<Tcb> | null;
  /** The state of a connection, CLOSED if there is none. */
  stateOf(conn: string): Tcb['state'];
  /** All connections that there ever were, listeners among them. */
  names(): readonly string[];
  /** How a connection ended that its process did not end; asking takes it away. */
  takeError(conn: string): string | null;
  /** The same, left where it is. */
  errorOf(conn: string): string | null;
  /** The connection that has waited longest in a listener's queue; takes it out. */
  accept(listener: string): string | null;
  /** How many connections a listener has completed and nobody has accepted. */
  waiting(listener: string): number;
  setBacklog(listener: string, backlog: number): void;
  /** Tells of each step. */
  onStep(listener: (step: HostStep) => void): void;
  /** All that the host did so far. */
  readonly steps: readonly HostStep[];
}

/**
 * Why a connection ended that its process did not end, and how the process hears of it. A reset in
 * SYN-SENT is "connection reset" in RFC 9293 (§3.10.7.3), and ECONNREFUSED in the socket world.
 */
const ENDINGS: Readonly<Partial<Record<Signal, string>>> = {
  'connection reset': 'ECONNRESET',
  'connection refused': 'ECONNREFUSED',
  'connection aborted due to user timeout': 'ETIMEDOUT',
};

/** Starts a host at time 0. `isn` gives its initial sequence numbers. */
export function createLive(engine: Engine, config: Config, isn: () => number): Live {
  const host: Host = createHost({ engine, config, isn });
  const sent: Sent[] = [];
  const errors = new Map<string, string>();
  const names = new Set<string>();
  const steps: HostStep[] = [];
  const listeners: ((step: HostStep) => void)[] = [];
  let clock = 0;

  const note = (step: HostStep): HostStep => {
    const { conn, before, after, effects } = step;
    if (before !== 'CLOSED' || after !== 'CLOSED') names.add(conn);
    for (const effect of effects) {
      if (effect.type === 'send') sent.push({ t: clock, seg: effect.seg, conn });
      if (effect.type !== 'signal') continue;
      const isRefused = before === 'SYN-SENT' && effect.signal === 'connection reset';
      const errno = isRefused ? 'ECONNREFUSED' : ENDINGS[effect.signal];
      if (errno !== undefined && !/^(?:CLOSE|ABORT)$/.test(step.event.type))
        errors.set(conn, errno);
    }
    steps.push(step);
    for (const listener of listeners) listener(step);
    return step;
  };

  const fireUntil = (t: number, inclusive: boolean, isEnough: () => boolean): void => {
    for (let fired = 0; !isEnough(); fired++) {
      const next = host.nextTimer();
      if (next === null || next.at > t || (next.at === t && !inclusive)) return;
      if (fired >= MAX_STEPS)
        throw new RangeError(`more than ${MAX_STEPS} timers fired in one line`);
      clock = Math.max(clock, next.at);
      note(host.fire(next, clock));
    }
  };

  return {
    now: () => clock,
    call: (conn, call) => note(host.call(conn, call, clock)),
    receive: (seg) => note(host.receive(seg, clock)),
    icmp(message) {
      const step = host.icmp(message, clock);
      if (step !== null) note(step);
    },
    runTo(t, inclusive) {
      fireUntil(t, inclusive, () => false);
      clock = Math.max(clock, t);
    },
    nextSent(t) {
      fireUntil(t, true, () => sent.length > 0);
      return sent.shift() ?? null;
    },
    unseen: () => sent,
    tcb: (conn) => host.tcb(conn),
    stateOf: (conn) => host.tcb(conn)?.state ?? 'CLOSED',
    names: () => [...names],
    takeError(conn) {
      const errno = errors.get(conn) ?? null;
      errors.delete(conn);
      return errno;
    },
    errorOf: (conn) => errors.get(conn) ?? null,
    accept: (listener) => host.accept(listener),
    waiting: (listener) => host.queues(listener)?.accept.length ?? 0,
    setBacklog: (listener, backlog) => host.setBacklog(listener, backlog),
    onStep: (listener) => void listeners.push(listener),
    steps,
  };
}
