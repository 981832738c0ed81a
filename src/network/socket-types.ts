import type { Endpoint, State } from '#tcp';
import type { Host, HostOptions, HostStep } from './host-types.ts';

/** What a socket call says when it does not do what was asked, as errno(3) names it. */
export type Errno =
  | 'EADDRINUSE'
  | 'EADDRNOTAVAIL'
  | 'EAGAIN'
  | 'EALREADY'
  | 'EBADF'
  | 'ECONNREFUSED'
  | 'ECONNRESET'
  | 'EHOSTUNREACH'
  | 'EINPROGRESS'
  | 'EINVAL'
  | 'EISCONN'
  | 'ENETUNREACH'
  | 'ENOTCONN'
  | 'EPIPE'
  | 'ETIMEDOUT';

/** What a socket call gives: a value, or why there is none. Nothing is thrown. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errno: Errno };

/** A call that gives a value. */
export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value });
/** A call that does not do what was asked. */
export const fail = (errno: Errno): { readonly ok: false; readonly errno: Errno } => ({
  ok: false,
  errno,
});
/** It is done, and there is nothing to say. */
export const DONE: Outcome<null> = ok(null);

/** What a program may set for a socket. */
export interface SocketOptions {
  /** May its port be held by others already? By the rules of the profile. */
  readonly SO_REUSEADDR: boolean;
  /** `close` resets the connection at once (0), or lets it end in the background (`null`, or seconds). */
  readonly SO_LINGER: number | null;
  readonly SO_KEEPALIVE: boolean;
  /** Octets that may wait to be sent or acknowledged. */
  readonly SO_SNDBUF: number;
  /** Silence before the first keep-alive probe, s. */
  readonly TCP_KEEPIDLE: number;
  /** Time between keep-alive probes, s. */
  readonly TCP_KEEPINTVL: number;
  /** Keep-alive probes without an answer before the connection is given up. */
  readonly TCP_KEEPCNT: number;
  /** Small segments do not wait for one another (MUST-17). */
  readonly TCP_NODELAY: boolean;
  /** How long sent text may stay unacknowledged, ms; 0: as long as TCP likes. */
  readonly TCP_USER_TIMEOUT: number;
}

/**
 * Called when a socket becomes ready, or more so: once for each change, so do all that can be done.
 * Never from within a call of the program, but for `watch` itself.
 */
export interface Watcher {
  /** `accept` or `recv` has something to give: a connection, octets, the end, an error. */
  readable?(): void;
  /** `send` takes octets again; after `connect`: the attempt has ended, one way or the other. */
  writable?(): void;
}

/** A socket as `ss` would show it. */
export interface SocketStatus {
  readonly state: State;
  readonly local: Endpoint | null;
  readonly remote: Endpoint | null;
  /** Is it connected to itself? */
  readonly isSelf: boolean;
}

/**
 * The sockets of one host, as programs know them: numbers for sockets, nothing ever blocks. A call
 * that would have to wait says EAGAIN (`connect`: EINPROGRESS), and a watcher is called when the wait
 * is over. A number that names no socket: EBADF.
 */
export interface Sockets {
  /** A new socket. */
  socket(): number;
  /** EADDRINUSE, EADDRNOTAVAIL; EINVAL when it has an address already. Gives what it is bound to. */
  bind(fd: number, local: Endpoint): Outcome<Endpoint>;
  /** Listens, or changes the backlog. EADDRINUSE; EINVAL when it is connected. */
  listen(fd: number, backlog: number): Outcome<null>;
  /** EAGAIN when nobody waits; EINVAL when it does not listen. */
  accept(fd: number): Outcome<{ readonly fd: number; readonly remote: Endpoint }>;
  /**
   * EINPROGRESS: the SYN is on its way; when the socket becomes writable, SO_ERROR tells how it went.
   * EADDRNOTAVAIL: no port is left towards `remote`. EALREADY, EISCONN, ENETUNREACH.
   */
  connect(fd: number, remote: Endpoint): Outcome<null>;
  /** How many octets were taken. EAGAIN, ENOTCONN; EPIPE after the end; else what ended the connection. */
  send(fd: number, data: Uint8Array): Outcome<number>;
  /**
   * At most `max` octets; none at all is the end: the peer has closed (MUST-12). What came before the
   * end or before an error is given first; an error is given once.
   */
  recv(fd: number, max: number): Outcome<Uint8Array>;
  /** Ends one direction or both: a FIN, no more reading. ENOTCONN. */
  shutdown(fd: number, how: 'SHUT_RD' | 'SHUT_WR' | 'SHUT_RDWR'): Outcome<null>;
  /** Gives the socket up: a FIN, or a reset if octets were not read or SO_LINGER is 0. */
  close(fd: number): Outcome<null>;
  /** EINVAL for a value that makes no sense. */
  setsockopt<K extends keyof SocketOptions>(
    fd: number,
    option: K,
    value: SocketOptions[K],
  ): Outcome<null>;
  getsockopt<K extends keyof SocketOptions>(fd: number, option: K): Outcome<SocketOptions[K]>;
  /** SO_ERROR: what ended the connection, `null` if nothing did. Asking takes it away. */
  takeError(fd: number): Outcome<Errno | null>;
  status(fd: number): Outcome<SocketStatus>;
  /** Who is to be called when the socket becomes ready. */
  watch(fd: number, watcher: Watcher): Outcome<null>;
  /** Must hear of every step of the host, once what that sent is on its way. Calls watchers. */
  notice(step: HostStep): void;
  /** The host has crashed: all sockets and programs are gone. */
  crash(): void;
}

/** What sockets stand on: a host, the options it was made with, and the world around it. */
export interface SocketsOptions extends Pick<HostOptions, 'engine' | 'config'> {
  readonly host: Host;
  /** The host's own addresses, the usual one first. */
  readonly addresses: readonly string[];
  /** ms. */
  now(): number;
  /** Puts what a step sent on its way, then lets `notice` hear of the step. */
  carry(step: HostStep): void;
}
