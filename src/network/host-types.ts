import type {
  Call,
  Config,
  Endpoint,
  Engine,
  IcmpError,
  PortUse,
  Queues,
  Segment,
  Seq,
  Tcb,
  Timer,
} from '#tcp';
import type { StepEntry } from '#trace/trace.ts';
import type { HostCounters } from './counters.ts';
import type { IsnSource } from './isn.ts';

/** What one connection of a host did with one event: a step of the Trace before it has its place there. */
export type HostStep = Pick<
  StepEntry,
  'conn' | 'by' | 'before' | 'after' | 'event' | 'effects' | 'diff' | 'cites'
>;

/** A timer of a connection that runs. */
export interface PendingTimer {
  /** ms. */
  readonly at: number;
  readonly conn: string;
  readonly timer: Timer;
}

/** What an ICMP message says of a segment that this host sent. */
export interface IcmpMessage {
  readonly error: IcmpError;
  /** The two ends of the quoted segment: we sent it from `local` to `remote`. */
  readonly local: Endpoint;
  readonly remote: Endpoint;
  /** Its sequence number. */
  readonly seq: Seq;
  /** With "fragmentation needed": the MTU of the link that was too small, octets. */
  readonly mtu?: number;
}

export interface HostOptions {
  readonly engine: Engine;
  readonly config: Config;
  /** Our initial sequence numbers. If left out, the engine computes them from the key (RFC 6528). */
  readonly isn?: IsnSource;
  /** The host's secret, 16 octets, for its numbers and its cookies. Zeros where nobody attacks. */
  readonly key?: Uint8Array;
  /** The host's own addresses, the usual one first: what an OPEN without an address gets (MUST-44). */
  readonly addresses?: readonly string[];
  /** Do steps say which fields of the TCB changed? They do, unless this is `false`: that is faster. */
  readonly diffs?: boolean;
}

/** Thrown when a call names a connection that the host does not have, or names one twice. */
export class HostError extends Error {
  override readonly name = 'HostError';
}

/**
 * A host: connections by name and by 4-tuple, listeners by address and port. It reads no clock;
 * every method that needs it takes the time in ms.
 *
 * A listener stays in LISTEN. For each segment that meets it the host makes a fresh LISTEN TCB with
 * the remote socket filled in; if that leaves LISTEN, it becomes the connection `<listener>.1`,
 * `<listener>.2` … in the order of their SYNs.
 */
export interface Host {
  /** A user call on the connection `conn`; OPEN makes it. Throws HostError. */
  call(conn: string, call: Call, now: number): HostStep;
  /** A segment arrives for whoever it is addressed to. */
  receive(seg: Segment, now: number): HostStep;
  /** An ICMP message arrives (MUST-54). `null`: it is about no connection of ours, and is ignored. */
  icmp(message: IcmpMessage, now: number): HostStep | null;
  /** When the first of all timers expires, ms; Infinity: none runs. */
  nextDue(): number;
  /** The timer that expires first, or `null`. */
  nextTimer(): PendingTimer | null;
  /** Lets that timer expire. Throws HostError. */
  fire(pending: PendingTimer, now: number): HostStep;
  /** The connection's TCB; `null` when it is CLOSED or was never opened. */
  tcb(conn: string): Readonly<Tcb> | null;
  /** The names of all connections and listeners, in the order in which they came to be. */
  names(): Iterable<string>;
  /** How many connections and listeners there are. */
  readonly size: number;

  /** Gives a listener its two queues, or another backlog. Throws HostError. */
  setBacklog(listener: string, backlog: number): void;
  /** The listener's queues; `null` when it has no bounds. Throws HostError. */
  queues(listener: string): Queues | null;
  /** The connection that has waited longest to be accepted, or `null`. Throws HostError. */
  accept(listener: string): string | null;
  /** What the host counted about its listeners. */
  counters(): HostCounters;

  /** Says how a connection came to its port. Throws HostError. */
  claim(conn: string, claim: { readonly bound: boolean; readonly reuse: boolean }): void;
  /** The connection between two sockets, as the port clerk sees it. */
  between(local: Endpoint, remote: Endpoint): PortUse | null;
  /** All connections and listeners that use a port. */
  on(port: number): Iterable<PortUse>;

  /** The power fails: everything is forgotten, nothing is sent (RFC 9293 §3.5.1). */
  crash(): void;
  /** The whole state of the host, as plain data. */
  save(): HostState;
  /** Puts the host into a state that it, or one like it, was in. */
  restore(state: HostState): void;
}

/** One connection of a host, as plain data. */
export interface SavedConnection {
  readonly name: string;
  readonly serial: number;
  readonly tcb: Tcb;
  readonly listening: {
    readonly children: number;
    readonly queues: Queues | null;
    readonly cookieAt: number | null;
  } | null;
  /** The name of the listener in whose queues it stands. */
  readonly parent: string | null;
  readonly bound: boolean;
  readonly reuse: boolean;
}

/** A host's whole state, as plain data. */
export interface HostState {
  /** How many connections it has had. */
  readonly serial: number;
  /** How many initial sequence numbers it has drawn. */
  readonly drawn: number;
  readonly counters: HostCounters;
  readonly connections: readonly SavedConnection[];
}
