import type { Tcb } from '#tcp';
import { NO_TIMERS } from '#tcp/draft.ts';
import { type Connection, type Connections, createConnections } from './connections.ts';
import { addCounters, type HostCounters, noCounters } from './counters.ts';
import type { HostState } from './host-types.ts';
import { restored, saved } from './saved.ts';
import { createTimers } from './timers.ts';

const NEVER = Number.POSITIVE_INFINITY;

/** When the first of a connection's timers expires, ms; Infinity: none runs. */
function dueOf({ tcb: { timers } }: Connection): number {
  if (timers === NO_TIMERS) return NEVER;
  // By their names, not in a loop: this is asked after nearly every event.
  return Math.min(
    timers.RETRANSMISSION ?? NEVER,
    timers['TIME-WAIT'] ?? NEVER,
    timers['DELAYED-ACK'] ?? NEVER,
    timers.PERSIST ?? NEVER,
    timers['KEEP-ALIVE'] ?? NEVER,
    timers.USER ?? NEVER,
    timers['FIN-WAIT-2'] ?? NEVER,
  );
}

/** A child of a listener that has come back to LISTEN is gone: the listener itself is still there. */
export const isOver = (tcb: Tcb | null): tcb is null =>
  tcb === null || (tcb.state === 'LISTEN' && tcb.remote !== null);

/** The connections of a host, with their timers and counts: all that it remembers. */
export interface Registry {
  readonly table: Connections;
  readonly counters: HostCounters;
  /** The connection whose timer expires first, or `null`. */
  first(): Connection | null;
  /** A new connection. */
  keep(name: string, tcb: Tcb, over?: Partial<Connection>): void;
  /** A connection has a new TCB, or none any more. */
  settle(connection: Connection, tcb: Tcb | null): void;
  forget(connection: Connection): void;
  /** What the host and all its listeners counted. */
  count(): HostCounters;
  clear(): void;
  save(): Omit<HostState, 'drawn'>;
  restore(state: HostState): void;
}

/** The memory of a host that has had no connection yet. */
export function createRegistry(): Registry {
  const table = createConnections();
  const timers = createTimers<Connection>(dueOf);
  const counters = noCounters();
  let serial = 0;

  const forget = (connection: Connection) => {
    table.remove(connection);
    timers.set(connection, NEVER);
    leaveSynQueue(connection);
  };

  const leaveSynQueue = ({ name, parent }: Connection) => {
    const listening = parent?.listening;
    if (!listening?.queues?.syn.includes(name)) return;
    const syn = listening.queues.syn.filter((one) => one !== name);
    listening.queues = { ...listening.queues, syn };
  };

  /** A listener is no more; what it counted is. */
  const retire = (listener: Connection) => {
    const { listening } = listener;
    if (listening === null) return;
    listener.listening = null;
    if (listening.queues === null) return;
    addCounters(counters, listening.queues.counters);
    for (const name of [...listening.queues.syn, ...listening.queues.accept]) {
      const child = table.named(name);
      if (child !== undefined) child.parent = null;
    }
  };

  return {
    table,
    counters,
    first: timers.first,

    keep(name, tcb, over = {}) {
      const listens = tcb.state === 'LISTEN';
      const connection: Connection = {
        name,
        serial: serial++,
        due: NEVER,
        tcb,
        listening: listens ? { children: 0, queues: null, cookieAt: null } : null,
        parent: null,
        bound: listens,
        reuse: false,
        ...over,
      };
      table.add(connection);
      timers.set(connection, dueOf(connection));
    },

    settle(connection, tcb) {
      const { tcb: old } = connection;
      if (isOver(tcb)) {
        forget(connection);
        retire(connection);
        return;
      }
      if (tcb.local === old.local && tcb.remote === old.remote) connection.tcb = tcb;
      else {
        // A listener that becomes a caller has a remote socket from now on.
        table.remove(connection);
        if (tcb.remote !== null) retire(connection);
        connection.tcb = tcb;
        table.add(connection);
      }
      if (tcb.timers !== old.timers) timers.set(connection, dueOf(connection));
    },

    forget,

    count() {
      const sum = { ...counters };
      for (const { listening } of table.listeners()) {
        if (listening?.queues) addCounters(sum, listening.queues.counters);
      }
      return sum;
    },

    clear() {
      table.clear();
      timers.clear();
      Object.assign(counters, noCounters());
    },

    save: () => ({ serial, counters: { ...counters }, connections: [...table.all()].map(saved) }),

    restore(state) {
      table.clear();
      timers.clear();
      serial = state.serial;
      Object.assign(counters, state.counters);
      for (const connection of restored(state.connections)) {
        table.add(connection);
        timers.set(connection, dueOf(connection));
      }
    },
  };
}
