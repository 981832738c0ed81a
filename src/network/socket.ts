import { NO_DATA, type Endpoint, type KeepAlive, type Settings, type State, type Tcb } from '#tcp';
import { follow as followRule } from '#tcp/followed.ts';
import type { HostStep } from './host-types.ts';
import type { Errno, SocketOptions, Watcher } from './socket-types.ts';

/** What a socket is to its program; `idle`: it has no connection yet, `over`: not any more. */
export type Role = 'idle' | 'listening' | 'connecting' | 'connected' | 'over';

/** A socket. */
export interface Socket {
  role: Role;
  /** The name of its connection or listener on the host. */
  conn: string | null;
  /** What it is bound to. */
  local: Endpoint | null;
  remote: Endpoint | null;
  options: SocketOptions;
  /** SO_ERROR. */
  error: Errno | null;
  /** Octets that came and that no RECEIVE will give any more, because the connection is ending. */
  tail: Uint8Array | null;
  /** The TCB of its connection after the latest step; of a connection that is gone, the last one. */
  last: Tcb | null;
  /** Nothing more will come from the peer. */
  ended: boolean;
  readShut: boolean;
  writeShut: boolean;
  watcher: Watcher;
  /** What the watcher was last told: how much there was to read, and whether there was room to write. */
  told: { readable: string; writable: boolean };
}

/** Linux's defaults (socket(7), tcp(7)), but for the buffer, which is that of the RFC's window. */
const DEFAULTS: SocketOptions = {
  SO_REUSEADDR: false,
  SO_LINGER: null,
  SO_KEEPALIVE: false,
  SO_SNDBUF: 65_536,
  TCP_KEEPIDLE: 7_200,
  TCP_KEEPINTVL: 75,
  TCP_KEEPCNT: 9,
  TCP_NODELAY: false,
  TCP_USER_TIMEOUT: 0,
};

/** A socket that has nothing yet. */
export const newSocket = (over: Partial<Socket> = {}): Socket => ({
  role: 'idle',
  conn: null,
  local: null,
  remote: null,
  options: DEFAULTS,
  error: null,
  tail: null,
  last: null,
  ended: false,
  readShut: false,
  writeShut: false,
  watcher: {},
  told: { readable: '', writable: false },
  ...over,
});

/** The socket options that a TCB keeps, in its own terms. */
export const settingsOf = (options: SocketOptions): Partial<Settings> => ({
  nagle: !options.TCP_NODELAY,
  keepAlive: options.SO_KEEPALIVE ? keepAliveOf(options) : null,
  userTimeout: options.TCP_USER_TIMEOUT === 0 ? null : options.TCP_USER_TIMEOUT,
});

/** When a silent peer is asked; after 2 hours, if the program says nothing else (MUST-28). */
function keepAliveOf(options: SocketOptions): KeepAlive {
  const { TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT } = options;
  if (TCP_KEEPIDLE === DEFAULTS.TCP_KEEPIDLE) followRule('MUST-28');
  return { idle: TCP_KEEPIDLE * 1_000, interval: TCP_KEEPINTVL * 1_000, probes: TCP_KEEPCNT };
}

const inRange = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;

/** Does the value of an option make sense? The bounds are those of Linux. */
export function isValidOption(name: keyof SocketOptions, value: boolean | number | null): boolean {
  switch (name) {
    case 'SO_LINGER':
      return value === null || (typeof value === 'number' && value >= 0);
    case 'SO_SNDBUF':
      return typeof value === 'number' && inRange(value, 1, 2 ** 30);
    case 'TCP_KEEPIDLE':
    case 'TCP_KEEPINTVL':
      return typeof value === 'number' && inRange(value, 1, 32_767);
    case 'TCP_KEEPCNT':
      return typeof value === 'number' && inRange(value, 1, 127);
    case 'TCP_USER_TIMEOUT':
      return typeof value === 'number' && value >= 0;
    default:
      return typeof value === 'boolean';
  }
}

/** States in which the peer's FIN has come. */
const ENDED: ReadonlySet<State> = new Set(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT']);
/** States in which RFC 9293 §3.10.3 refuses a RECEIVE, though octets may be there. */
const NO_RECEIVE: ReadonlySet<State> = new Set(['CLOSING', 'LAST-ACK', 'TIME-WAIT']);

/** What the end of a connection is called that its program did not ask for. */
function errorOf({ before, event, effects }: HostStep, last: Tcb | null): Errno | null {
  if (event.type === 'ABORT' || event.type === 'CLOSE') return null;
  for (const effect of effects) {
    if (effect.type !== 'signal') continue;
    switch (effect.signal) {
      case 'connection refused':
        return 'ECONNREFUSED';
      case 'connection reset':
        if (before === 'SYN-SENT') return 'ECONNREFUSED';
        // As Linux has it: who could read the end already is told of a broken pipe only.
        return before === 'CLOSE-WAIT' ? 'EPIPE' : 'ECONNRESET';
      case 'connection aborted due to user timeout':
        return last?.softError ? 'EHOSTUNREACH' : 'ETIMEDOUT';
      default:
    }
  }
  return null;
}

/** The octets that `recv` can give now. */
export const readable = ({ tail, last }: Socket): Uint8Array => tail ?? last?.in ?? NO_DATA;

/** Takes note of a step of the socket's connection; `tcb` is its TCB now. */
export function follow(socket: Socket, step: HostStep, tcb: Tcb | null): void {
  const { after } = step;
  socket.error = errorOf(step, socket.last) ?? socket.error;
  socket.last = tcb ?? socket.last;
  if (socket.tail === null && (tcb === null || NO_RECEIVE.has(after))) {
    socket.tail = readable(socket);
  }
  if (ENDED.has(after)) socket.ended = true;
  if (after === 'CLOSED') {
    // A caller whose call failed can call again.
    socket.role = socket.role === 'connecting' ? 'idle' : 'over';
    socket.conn = null;
    socket.ended = true;
  } else if (socket.role === 'connecting' && after !== 'SYN-SENT' && after !== 'SYN-RECEIVED') {
    socket.role = 'connected';
  }
}

/** How much there is to read, in a form that changes whenever that does; empty: nothing. */
export function readiness(socket: Socket, waiting: number): string {
  const { role, error, ended, readShut } = socket;
  if (role === 'listening') return waiting > 0 ? `${waiting} waiting` : '';
  if (role !== 'connected' && role !== 'over' && error === null) return '';
  const { length } = readable(socket);
  return length > 0 || ended || readShut || error !== null ? `${length} ${ended} ${error}` : '';
}
