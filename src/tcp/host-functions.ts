import type { Config } from './config.ts';
import type { Endpoint, Segment, Seq } from './segment.ts';
import type { State } from './state.ts';

/** The four numbers that name a connection. */
export interface FourTuple {
  readonly local: Endpoint;
  readonly remote: Endpoint;
}

/** What a listener counts when it has no room, under the names by which Linux shows it. */
export const QUEUE_COUNTERS = [
  'ListenOverflows',
  'ListenDrops',
  'TCPReqQFullDoCookies',
  'TCPReqQFullDrop',
] as const;
export type QueueCounter = (typeof QUEUE_COUNTERS)[number];

/** The two queues of a listener: connections by name, the oldest first. Plain data, never written to. */
export interface Queues {
  /** How many connections may wait for `accept`, as the program said in `listen`. */
  readonly backlog: number;
  /** Half-open connections: they are in SYN-RECEIVED. */
  readonly syn: readonly string[];
  /** Connections whose handshake is complete and that nobody has accepted. */
  readonly accept: readonly string[];
  readonly counters: Readonly<Record<QueueCounter, number>>;
}

/** What becomes of a SYN: a half-open connection, a cookie and no memory, or nothing at all. */
export type SynAnswer = 'take' | 'cookie' | 'drop';

/** What becomes of the third segment: a connection, nothing (the SYN,ACK comes again), or a reset. */
export type AckAnswer = 'establish' | 'ignore' | 'reset';

/** Somebody who holds a local port. */
export interface PortUse {
  readonly local: Endpoint;
  /** `null`: a listener, or a socket that is only bound. */
  readonly remote: Endpoint | null;
  /** CLOSED when the socket is only bound. */
  readonly state: State;
  /** Was the port asked for with `bind`, rather than found for a `connect`? */
  readonly bound: boolean;
  /** SO_REUSEADDR. */
  readonly reuse: boolean;
  /** When the peer's timestamp was last taken, ms; `null` when the connection has no timestamps. */
  readonly timestampAt: number | null;
}

/** Who holds which port of a host. */
export interface PortTable {
  /** The host's own addresses. */
  readonly addresses: readonly string[];
  /** Where the search for a free port begins: an integer from 0 on (RFC 6056 §3.3). */
  readonly offset: number;
  /** The connection between two sockets, if there is one. */
  between(local: Endpoint, remote: Endpoint): PortUse | null;
  /** All who hold the port. */
  on(port: number): Iterable<PortUse>;
}

/** What `bind` and `connect` ask for. */
export interface PortRequest {
  /** Port 0: any free one. The address may be unspecified (`''`, `0.0.0.0`, `::`) for `bind`. */
  readonly local: Endpoint;
  /** SO_REUSEADDR. */
  readonly reuse: boolean;
}

export type PortError = 'EADDRINUSE' | 'EADDRNOTAVAIL';

/** Plain functions that concern a host with its many connections, each a plank. */
export interface HostFunctions {
  /**
   * ISN = M + F(4-tuple, key), a clock of 4 µs plus a keyed hash (RFC 9293 §3.4.1, RFC 6528 §3).
   * `nowUs` in µs; `key` is the host's secret, 16 octets.
   */
  isn(tuple: FourTuple, nowUs: number, key: Uint8Array): Seq;
  /** Does a connection lead to the very socket that it comes from? */
  isSelfConnect(local: Endpoint, remote: Endpoint): boolean;

  /** A SYN arrives at a listener. `conn` is the name that its connection would get. */
  onSyn(queues: Queues, conn: string, config: Config): { queues: Queues; answer: SynAnswer };
  /** The handshake of `conn` is complete, by its third segment or by the ACK of a cookie. */
  onAck(queues: Queues, conn: string, config: Config): { queues: Queues; answer: AckAnswer };
  /** The program accepts: the name of the connection that has waited longest, `null` if none waits. */
  accept(queues: Queues): { queues: Queues; conn: string | null };

  /**
   * A SYN cookie (RFC 4987 §3.6): an initial sequence number that remembers a SYN for us. `irs` is
   * the SYN's own number, `mss` the MSS it announced, `now` in ms, `key` the host's secret.
   */
  makeCookie(tuple: FourTuple, irs: Seq, mss: number, now: number, key: Uint8Array): Seq;
  /**
   * The MSS that the SYN announced, if `seg` acknowledges a cookie of ours that is not too old, else
   * `null`. Nothing was remembered: all there is to go by is in the segment.
   */
  checkCookie(
    tuple: FourTuple,
    seg: Pick<Segment, 'seq' | 'ack'>,
    now: number,
    key: Uint8Array,
  ): number | null;

  /**
   * The local port for a `connect` to `remote`, or for a `bind` to any port (`remote` is `null`).
   * `now` in ms.
   */
  allocatePort(
    request: PortRequest,
    remote: Endpoint | null,
    table: PortTable,
    now: number,
    config: Config,
  ): number | PortError;
  /** May a program `bind` to this address and port? `null`: yes. */
  mayBind(request: PortRequest, table: PortTable, config: Config): PortError | null;
}
