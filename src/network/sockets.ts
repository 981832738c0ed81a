import { NO_DATA } from '#tcp';
import { isValidOption, newSocket, readable, type Socket } from './socket.ts';
import { createClosing } from './socket-closing.ts';
import { createOpening } from './socket-opening.ts';
import { createPorts } from './socket-ports.ts';
import { createSocketTable } from './socket-table.ts';
import {
  DONE,
  type Errno,
  fail,
  ok,
  type Outcome,
  type Sockets,
  type SocketsOptions,
} from './socket-types.ts';

export type {
  Errno,
  Outcome,
  SocketOptions,
  Sockets,
  SocketsOptions,
  SocketStatus,
  Watcher,
} from './socket-types.ts';

/** No backlog is larger (net.core.somaxconn of Linux). */
const SOMAXCONN = 4_096;

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0 && port <= 65_535;

/** The sockets of a host on which nobody has opened one. */
export function createSockets(options: SocketsOptions): Sockets {
  const { host, engine, addresses } = options;
  const table = createSocketTable(options);
  const ports = createPorts(host, addresses);
  const opening = createOpening(options, table, ports);
  const closing = createClosing(options, table);

  const withSocket = <T>(fd: number, use: (socket: Socket) => Outcome<T>): Outcome<T> => {
    const socket = table.at(fd);
    return socket === undefined ? fail('EBADF') : use(socket);
  };

  const takeError = (socket: Socket): Errno | null => {
    const { error } = socket;
    socket.error = null;
    return error;
  };

  const receive = (socket: Socket, max: number): Uint8Array => {
    if (socket.tail !== null || socket.conn === null) {
      const rest = readable(socket);
      socket.tail = rest.subarray(max);
      return rest.subarray(0, max);
    }
    const { effects } = table.perform(socket.conn, { type: 'RECEIVE', max });
    for (const effect of effects) if (effect.type === 'deliver') return effect.data;
    return NO_DATA;
  };

  return {
    socket: () => table.enter(newSocket()),

    bind: (fd, local) =>
      withSocket(fd, (socket) => {
        const isFresh = socket.role === 'idle' && socket.local === null;
        return isFresh && isPort(local.port) ? opening.bind(socket, local) : fail('EINVAL');
      }),

    listen: (fd, asked) =>
      withSocket(fd, (socket) => {
        const backlog = Math.min(Math.max(0, asked), SOMAXCONN);
        if (socket.role === 'listening' && socket.conn !== null) {
          host.setBacklog(socket.conn, backlog);
          return DONE;
        }
        if (socket.role !== 'idle') return fail('EINVAL');
        if (socket.local !== null) return opening.listen(socket, socket.local, backlog);
        const bound = opening.bind(socket, { address: '', port: 0 });
        return bound.ok ? opening.listen(socket, bound.value, backlog) : bound;
      }),

    accept: (fd) =>
      withSocket(fd, (listener) => {
        if (listener.role !== 'listening' || listener.conn === null) return fail('EINVAL');
        const conn = host.accept(listener.conn);
        const socket = conn === null ? undefined : table.accepted(listener, conn);
        if (!socket?.remote) return fail('EAGAIN');
        return ok({ fd: table.enter(socket), remote: socket.remote });
      }),

    connect: (fd, remote) =>
      withSocket(fd, (socket) => {
        if (socket.role === 'connecting') return fail('EALREADY');
        if (socket.role !== 'idle') return fail('EISCONN');
        if (!isPort(remote.port) || remote.port === 0) return fail('EINVAL');
        return opening.connect(socket, remote);
      }),

    send: (fd, data) =>
      withSocket(fd, (socket) => {
        const { role, conn } = socket;
        const error = takeError(socket);
        if (error !== null) return fail(error);
        if (role === 'idle' || role === 'listening') return fail('ENOTCONN');
        if (role === 'connecting') return fail('EAGAIN');
        if (role === 'over' || socket.writeShut || conn === null) return fail('EPIPE');
        const taken = Math.min(table.room(socket), data.length);
        if (taken === 0 && data.length > 0) {
          socket.told = { ...socket.told, writable: false };
          return fail('EAGAIN');
        }
        table.perform(conn, { type: 'SEND', data: data.slice(0, taken) });
        return ok(taken);
      }),

    recv: (fd, max) =>
      withSocket(fd, (socket) => {
        const { role, ended, readShut } = socket;
        if (role === 'listening') return fail('ENOTCONN');
        if (!(max > 0)) return fail('EINVAL');
        if (readable(socket).length > 0 && !readShut) return ok(receive(socket, max));
        const error = takeError(socket);
        if (error !== null) return fail(error);
        if (role === 'idle') return fail('ENOTCONN');
        return ended || readShut ? ok(NO_DATA) : fail('EAGAIN');
      }),

    shutdown: (fd, how) =>
      withSocket(fd, (socket) => {
        const { role, conn, writeShut } = socket;
        if (role !== 'connected' || conn === null) return fail('ENOTCONN');
        if (how !== 'SHUT_WR') socket.readShut = true;
        if (how !== 'SHUT_RD' && !writeShut) {
          socket.writeShut = true;
          table.perform(conn, { type: 'CLOSE' });
        }
        return DONE;
      }),

    close: (fd) =>
      withSocket(fd, (socket) => {
        const { conn, role } = socket;
        table.leave(fd);
        ports.release(socket);
        socket.watcher = {};
        if (conn === null) return DONE;
        if (role === 'listening') closing.listener(socket, conn);
        else closing.connection(socket, conn);
        return DONE;
      }),

    setsockopt: (fd, option, value) =>
      withSocket(fd, (socket) => {
        if (!isValidOption(option, value)) return fail('EINVAL');
        socket.options = { ...socket.options, [option]: value };
        opening.applySettings(socket);
        return DONE;
      }),
    getsockopt: (fd, option) => withSocket(fd, (socket) => ok(socket.options[option])),
    takeError: (fd) => withSocket(fd, (socket) => ok(takeError(socket))),

    status: (fd) =>
      withSocket(fd, ({ conn, local, remote }) => {
        const tcb = conn === null ? null : host.tcb(conn);
        const ends = { local: tcb?.local ?? local, remote: tcb?.remote ?? remote };
        const isSelf =
          ends.local !== null &&
          ends.remote !== null &&
          engine.functions.isSelfConnect(ends.local, ends.remote);
        return ok({ state: tcb?.state ?? 'CLOSED', ...ends, isSelf });
      }),

    watch: (fd, watcher) =>
      withSocket(fd, (socket) => {
        socket.watcher = watcher;
        socket.told = { readable: '', writable: false };
        table.tell(socket);
        return DONE;
      }),

    notice: table.notice,

    crash() {
      table.clear();
      ports.clear();
    },
  };
}
