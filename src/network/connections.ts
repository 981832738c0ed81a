import type { Endpoint, Queues, Tcb } from '#tcp';
import type { Sleeper } from './timers.ts';

/** What a listener has besides its TCB. */
export interface Listening {
  /** How many connections it has made; they are numbered from 1. */
  children: number;
  /** `null`: no bounds, and nobody has to accept. */
  queues: Queues | null;
  /** When it last answered with a cookie, ms. */
  cookieAt: number | null;
}

/** A connection of a host, or a listener. */
export interface Connection extends Sleeper {
  readonly name: string;
  tcb: Tcb;
  /** `null` unless it listens. */
  listening: Listening | null;
  /** The listener in whose queues it stands. */
  parent: Connection | null;
  /** A program asked for its port by `bind`. */
  bound: boolean;
  /** SO_REUSEADDR. */
  reuse: boolean;
}

/** Connections by name and by 4-tuple, listeners by address and port. */
export interface Connections {
  readonly size: number;
  named(name: string): Connection | undefined;
  /** The connection between two sockets. */
  between(local: Endpoint, remote: Endpoint): Connection | undefined;
  /** Who listens for calls to `local`: at this address, or else at any (MUST-43). */
  listenerFor(local: Endpoint): Connection | undefined;
  /** The listener at exactly this address and port. */
  listenerAt(local: Endpoint): Connection | undefined;
  /** All that use a port. */
  on(port: number): Iterable<Connection>;
  all(): Iterable<Connection>;
  listeners(): Iterable<Connection>;
  add(connection: Connection): void;
  remove(connection: Connection): void;
  clear(): void;
}

/** Stands for all addresses of a host in a passive OPEN. */
const ANY: ReadonlySet<string> = new Set(['', '0.0.0.0', '::']);
/** Does this stand for any address of a host? */
export const isAnyAddress = (address: string): boolean => ANY.has(address);
const spelled = (address: string): string => (ANY.has(address) ? '' : address);

interface Port {
  readonly connections: Map<number, Connection>;
  readonly listeners: Map<string, Connection>;
}

/*
 * Within a port, a connection is found by one number made of the other three: 8 bits for our address,
 * 29 for the peer's, 16 for its port. The usual ones are then small integers.
 */
const PORTS = 2 ** 16;
const THEIRS = 2 ** 29;
const OURS = 2 ** 8;

/** An empty table. */
export function createConnections(): Connections {
  const byName = new Map<string, Connection>();
  const ports = new Map<number, Port>();
  const ours = new Map<string, number>();
  const theirs = new Map<string, number>();

  const numberOf = (address: string, known: Map<string, number>, most: number): number => {
    const number = known.get(address);
    if (number !== undefined) return number;
    const fresh = known.size;
    if (fresh >= most) throw new RangeError(`a host tells at most ${most} addresses apart`);
    known.set(address, fresh);
    return fresh;
  };

  const compose = (our: number, their: number, port: number): number =>
    (our * THEIRS + their) * PORTS + port;

  const keyOf = (local: Endpoint, remote: Endpoint): number =>
    compose(
      numberOf(local.address, ours, OURS),
      numberOf(remote.address, theirs, THEIRS),
      remote.port,
    );

  const portOf = (port: number): Port => {
    const known = ports.get(port);
    if (known !== undefined) return known;
    const fresh: Port = { connections: new Map(), listeners: new Map() };
    ports.set(port, fresh);
    return fresh;
  };

  const leave = (port: number, group: Port) => {
    if (group.connections.size === 0 && group.listeners.size === 0) ports.delete(port);
  };

  return {
    get size() {
      return byName.size;
    },
    named: (name) => byName.get(name),

    between(local, remote) {
      const group = ports.get(local.port);
      if (group === undefined) return undefined;
      const our = ours.get(local.address);
      const their = theirs.get(remote.address);
      if (our === undefined || their === undefined) return undefined;
      return group.connections.get(compose(our, their, remote.port));
    },

    listenerFor(local) {
      const listeners = ports.get(local.port)?.listeners;
      if (listeners === undefined || listeners.size === 0) return undefined;
      return listeners.get(local.address) ?? listeners.get('');
    },

    listenerAt: ({ address, port }) => ports.get(port)?.listeners.get(spelled(address)),

    *on(port) {
      const group = ports.get(port);
      if (group === undefined) return;
      yield* group.listeners.values();
      yield* group.connections.values();
    },

    all: () => byName.values(),

    *listeners() {
      for (const group of ports.values()) yield* group.listeners.values();
    },

    add(connection) {
      const { local, remote } = connection.tcb;
      byName.set(connection.name, connection);
      const group = portOf(local.port);
      if (remote === null) group.listeners.set(spelled(local.address), connection);
      else group.connections.set(keyOf(local, remote), connection);
    },

    remove(connection) {
      const { local, remote } = connection.tcb;
      byName.delete(connection.name);
      const group = ports.get(local.port);
      if (group === undefined) return;
      if (remote === null) group.listeners.delete(spelled(local.address));
      else group.connections.delete(keyOf(local, remote));
      leave(local.port, group);
    },

    clear() {
      byName.clear();
      ports.clear();
      ours.clear();
      theirs.clear();
    },
  };
}
