import type { Connection } from './connections.ts';
import type { SavedConnection } from './host-types.ts';

/** A connection as plain data. TCBs and queues are never written to, so they need no copy. */
export function saved(connection: Connection): SavedConnection {
  const { name, serial, tcb, listening, parent, bound, reuse } = connection;
  return {
    name,
    serial,
    tcb,
    listening: listening === null ? null : { ...listening },
    parent: parent?.name ?? null,
    bound,
    reuse,
  };
}

/** The connections again, with their listeners, in the order in which they came to be. */
export function restored(list: readonly SavedConnection[]): readonly Connection[] {
  const connections = list.map((one): Connection => ({
    ...one,
    listening: one.listening === null ? null : { ...one.listening },
    parent: null,
    due: Number.POSITIVE_INFINITY,
  }));
  const byName = new Map(connections.map((one) => [one.name, one]));
  list.forEach(({ parent }, i) => {
    const connection = connections[i];
    if (connection !== undefined && parent !== null) {
      connection.parent = byName.get(parent) ?? null;
    }
  });
  return connections;
}
