import { type Endpoint, keyedHash, type PortTable, type PortUse } from '#tcp';
import type { Host } from './host-types.ts';
import type { Socket } from './socket.ts';

/** Who holds which port: the connections of a host, and sockets that are bound and no more. */
export interface Ports {
  /** The table for a search that begins where the last one towards `remote` ended (RFC 6056 §3.3.3). */
  table(remote: Endpoint | null, except?: Socket): PortTable;
  /** A socket is bound; it holds its port until it has a connection or is closed. */
  bind(socket: Socket, local: Endpoint): void;
  /** A bound socket has a connection now, or is closed. */
  release(socket: Socket): void;
  clear(): void;
}

/** The search for a port begins elsewhere for each destination, but nobody here guesses it. */
const OFFSET_KEY = new Uint8Array(16);

const boundUse = (local: Endpoint, reuse: boolean): PortUse => ({
  local,
  remote: null,
  state: 'CLOSED',
  bound: true,
  reuse,
  timestampAt: null,
});

/** The ports of a host and its sockets. */
export function createPorts(host: Host, addresses: readonly string[]): Ports {
  const bound = new Map<number, Set<Socket>>();
  let searches = 0;

  return {
    table(remote, except) {
      const to: (string | number)[] = remote === null ? [] : [remote.address, remote.port];
      return {
        addresses,
        offset: (keyedHash(OFFSET_KEY, to) + searches++) % 2 ** 32,
        between: host.between,
        *on(port) {
          for (const socket of bound.get(port) ?? []) {
            if (socket === except || socket.local === null) continue;
            yield boundUse(socket.local, socket.options.SO_REUSEADDR);
          }
          yield* host.on(port);
        },
      };
    },
    bind(socket, local) {
      socket.local = local;
      const holders = bound.get(local.port) ?? new Set();
      bound.set(local.port, holders.add(socket));
    },
    release(socket) {
      if (socket.local === null) return;
      const { port } = socket.local;
      const holders = bound.get(port);
      if (holders?.delete(socket) && holders.size === 0) bound.delete(port);
    },
    clear: () => bound.clear(),
  };
}
