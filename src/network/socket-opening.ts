import type { Endpoint } from '#tcp';
import { isAnyAddress } from './connections.ts';
import { settingsOf, type Socket } from './socket.ts';
import type { Ports } from './socket-ports.ts';
import type { SocketTable } from './socket-table.ts';
import { DONE, fail, ok, type Outcome, type SocketsOptions } from './socket-types.ts';

/** How sockets come to an address and to a connection. */
export interface Opening {
  bind(socket: Socket, local: Endpoint): Outcome<Endpoint>;
  listen(socket: Socket, local: Endpoint, backlog: number): Outcome<null>;
  connect(socket: Socket, remote: Endpoint): Outcome<null>;
  /** Hands options that a TCB keeps over to it. */
  applySettings(socket: Socket): void;
}

/** How the sockets of a table are opened, by the rules of the host's profile. */
export function createOpening(options: SocketsOptions, table: SocketTable, ports: Ports): Opening {
  const { host, engine, config, addresses, now, carry } = options;
  const { functions } = engine;

  const applySettings = ({ conn, options: chosen }: Socket) => {
    if (conn !== null) table.perform(conn, { type: 'SET', settings: settingsOf(chosen) });
  };

  /** Two sockets may be bound to one port; whether both may listen is another question. */
  const mayListen = (socket: Socket, local: Endpoint): boolean => {
    const all = ports.table(null, socket);
    const on = (port: number) => [...all.on(port)].filter(({ state }) => state === 'LISTEN');
    return functions.mayBind({ local, reuse: true }, { ...all, on }, config) === null;
  };

  const sourceFor = ({ address }: Endpoint): string | undefined =>
    addresses.includes(address) || address.startsWith('127.') || address === '::1'
      ? address
      : addresses[0];

  return {
    bind(socket, asked) {
      const all = ports.table(null);
      const reuse = socket.options.SO_REUSEADDR;
      let local = asked;
      if (asked.port === 0) {
        const port = functions.allocatePort({ local, reuse }, null, all, now(), config);
        if (typeof port === 'string') return fail(port);
        local = { ...asked, port };
      }
      const refusal = functions.mayBind({ local, reuse }, all, config);
      if (refusal !== null) return fail(refusal);
      ports.bind(socket, local);
      return ok(local);
    },

    listen(socket, local, backlog) {
      if (!mayListen(socket, local)) return fail('EADDRINUSE');
      const conn = table.nameFor(`${local.port}`);
      const step = host.call(conn, { type: 'OPEN', mode: 'passive', local }, now());
      host.setBacklog(conn, backlog);
      host.claim(conn, { bound: true, reuse: socket.options.SO_REUSEADDR });
      socket.role = 'listening';
      table.listen(socket);
      table.attach(socket, conn);
      ports.release(socket);
      carry(step);
      applySettings(socket);
      return DONE;
    },

    connect(socket, remote) {
      const asked = socket.local ?? { address: '', port: 0 };
      const address = isAnyAddress(asked.address) ? sourceFor(remote) : asked.address;
      if (address === undefined) return fail('EADDRNOTAVAIL');
      const reuse = socket.options.SO_REUSEADDR;
      const request = { local: { address, port: asked.port }, reuse };
      const port = functions.allocatePort(request, remote, ports.table(remote), now(), config);
      if (typeof port === 'string') return fail(port);

      const local = { address, port };
      const conn = table.nameFor(`${port}>${remote.address}:${remote.port}`);
      const step = host.call(conn, { type: 'OPEN', mode: 'active', local, remote }, now());
      if (step.after === 'CLOSED') return fail('ENETUNREACH');
      Object.assign(socket, { role: 'connecting', remote, error: null, tail: null, ended: false });
      table.attach(socket, conn);
      host.claim(conn, { bound: socket.local !== null, reuse });
      ports.release(socket);
      carry(step);
      applySettings(socket);
      return fail('EINPROGRESS');
    },

    applySettings,
  };
}
