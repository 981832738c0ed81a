import type { Call, Tcb } from '#tcp';
import type { HostStep } from './host-types.ts';
import { follow, newSocket, readable, readiness, type Socket } from './socket.ts';
import type { SocketsOptions } from './socket-types.ts';

/** The first number that a program gets for a socket: 0 to 2 are its standard streams. */
const FIRST_FD = 3;

const isCall = ({ event }: HostStep): boolean =>
  event.type !== 'SEGMENT-ARRIVES' && event.type !== 'TIMEOUT' && event.type !== 'ICMP';

/** Which socket belongs to which number and to which connection, and whom to tell what. */
export interface SocketTable {
  /** Gives the socket a number. */
  enter(socket: Socket): number;
  at(fd: number): Socket | undefined;
  leave(fd: number): void;
  /** A user call on a connection; what it sent is on its way when this returns. */
  perform(conn: string, call: Call): HostStep;
  /** The socket hears of the connection's steps from now on. */
  attach(socket: Socket, conn: string): void;
  /** Nobody hears of the connection's steps any more. */
  detach(conn: string): void;
  listen(listener: Socket): void;
  unlisten(listener: Socket): void;
  /** The socket of a connection that the host says is accepted. */
  accepted(listener: Socket, conn: string): Socket | undefined;
  /** A name for a connection that no other connection of the host has. */
  nameFor(base: string): string;
  /** How many octets `send` can take. */
  room(socket: Socket): number;
  /** Calls the socket's watcher if there is more to do than it was last told. */
  tell(socket: Socket): void;
  notice(step: HostStep): void;
  clear(): void;
}

/** The sockets of a host on which nobody has opened one. */
export function createSocketTable({ host, now, carry }: SocketsOptions): SocketTable {
  const numbers = new Map<number, Socket>();
  const byConn = new Map<string, Socket>();
  const listeners = new Set<Socket>();
  /** Connections that wait to be accepted, even if they have ended since. */
  const unaccepted = new Map<string, Socket>();
  let nextFd = FIRST_FD;

  const waitingAt = ({ role, conn }: Socket): number =>
    role === 'listening' && conn !== null ? (host.queues(conn)?.accept.length ?? 0) : 0;

  const room = ({ conn, options: { SO_SNDBUF } }: Socket): number => {
    const tcb = conn === null ? null : host.tcb(conn);
    if (tcb === null) return 0;
    const inFlight = (tcb.snd.nxt - tcb.snd.una) >>> 0;
    return Math.max(0, SO_SNDBUF - tcb.out.length - inFlight);
  };

  const isWritable = (socket: Socket): boolean => {
    if (socket.role === 'over' || socket.error !== null) return true;
    return socket.role === 'connected' && (socket.writeShut || room(socket) > 0);
  };

  const readyNow = (socket: Socket) => ({
    readable: readiness(socket, waitingAt(socket)),
    writable: isWritable(socket),
  });

  const tell = (socket: Socket) => {
    const { told, watcher } = socket;
    const ready = readyNow(socket);
    socket.told = ready;
    if (ready.readable !== '' && ready.readable !== told.readable) watcher.readable?.();
    if (ready.writable && !told.writable) watcher.writable?.();
  };

  const attach = (socket: Socket, conn: string) => {
    socket.conn = conn;
    socket.last = host.tcb(conn);
    byConn.set(conn, socket);
  };

  /** A listener of ours has completed a connection: nobody has accepted it yet. */
  const adopt = (conn: string, { local, remote }: Tcb) => {
    for (const { conn: listener, options } of listeners) {
      if (listener === null || !host.queues(listener)?.accept.includes(conn)) continue;
      const socket = newSocket({ role: 'connected', local, remote, options });
      unaccepted.set(conn, socket);
      attach(socket, conn);
    }
  };

  return {
    enter(socket) {
      numbers.set(nextFd, socket);
      return nextFd++;
    },
    at: (fd) => numbers.get(fd),
    leave: (fd) => numbers.delete(fd),

    perform(conn, call) {
      const step = host.call(conn, call, now());
      carry(step);
      return step;
    },

    attach,
    detach(conn) {
      byConn.delete(conn);
      unaccepted.delete(conn);
    },
    listen: (listener) => listeners.add(listener),
    unlisten: (listener) => listeners.delete(listener),

    accepted(listener, conn) {
      const socket = unaccepted.get(conn);
      unaccepted.delete(conn);
      listener.told = readyNow(listener);
      return socket;
    },

    nameFor(base) {
      let name = base;
      for (let n = 2; host.tcb(name) !== null; n += 1) name = `${base}#${n}`;
      return name;
    },

    room,
    tell,

    notice(step) {
      const { conn, before, after } = step;
      const old = byConn.get(conn);
      if (old !== undefined && before === 'TIME-WAIT' && after === 'SYN-RECEIVED') {
        // Another connection has taken its place; for its program the old one is over.
        Object.assign(old, { role: 'over', conn: null, tail: readable(old), ended: true });
        byConn.delete(conn);
      }
      const tcb = host.tcb(conn);
      if (tcb !== null && !byConn.has(conn)) adopt(conn, tcb);
      const socket = byConn.get(conn);
      if (socket !== undefined) {
        if (socket.role !== 'listening') follow(socket, step, tcb);
        if (tcb === null) byConn.delete(conn);
        // A program is not called while it calls: what its own calls do it sees.
        if (isCall(step)) socket.told = readyNow(socket);
        else tell(socket);
      }
      if (!isCall(step)) for (const listener of listeners) tell(listener);
    },

    clear() {
      for (const map of [numbers, byConn, unaccepted]) map.clear();
      listeners.clear();
    },
  };
}
