import {
  type Call,
  type Config,
  type Endpoint,
  type Engine,
  type Segment,
  step,
  type Tcb,
  type TcpEvent,
  type Timer,
  TIMERS,
} from '#tcp';
import type { StepEntry } from '#trace/trace.ts';

/** What one connection of a host did with one event: a step of the Trace before it has its place there. */
export type HostStep = Pick<
  StepEntry,
  'conn' | 'by' | 'before' | 'after' | 'event' | 'effects' | 'diff'
>;

/** A timer of a connection that runs. */
export interface PendingTimer {
  readonly at: number;
  readonly conn: string;
  readonly timer: Timer;
}

export interface HostOptions {
  readonly engine: Engine;
  readonly config: Config;
  /** Our initial sequence numbers, in the order in which connections ask for them. */
  isn(local: Endpoint, remote: Endpoint | null): number;
}

/** Thrown when a call names a connection that the host does not have, or names one twice. */
export class HostError extends Error {
  override readonly name = 'HostError';
}

/**
 * A host: connections by name and by 4-tuple, listeners by port. It reads no clock; every method
 * takes the time in ms.
 *
 * A listener stays in LISTEN. For each segment that meets it the host makes a fresh LISTEN TCB with
 * the remote socket filled in; if that leaves LISTEN, it becomes the connection `<listener>.1`,
 * `<listener>.2` … in the order of their SYNs.
 */
export interface Host {
  /** A user call on the connection `conn`; OPEN makes it. Throws HostError. */
  call(conn: string, call: Call, now: number): HostStep;
  /** A segment arrives for whoever it is addressed to. */
  receive(seg: Segment, now: number): HostStep;
  /** The timer that expires first, or `null`. */
  nextTimer(): PendingTimer | null;
  /** Lets that timer expire. */
  fire(pending: PendingTimer, now: number): HostStep;
  /** The connection's TCB; `null` when it is CLOSED or was never opened. */
  tcb(conn: string): Readonly<Tcb> | null;
}

interface Connection {
  readonly name: string;
  tcb: Tcb;
  children: number;
}

const key = (local: Endpoint, remote: Endpoint | null): string =>
  `${local.address}:${local.port} ${remote === null ? '*' : `${remote.address}:${remote.port}`}`;

const portKey = (local: Endpoint): string => key(local, null);

/** A host without connections. */
export function createHost({ engine, config, isn }: HostOptions): Host {
  const byName = new Map<string, Connection>();
  const bySocket = new Map<string, Connection>();

  const run = (name: string, tcb: Tcb | null, event: TcpEvent, now: number) => {
    const result = step(engine, tcb, event, { now, config, isn });
    const record: HostStep = {
      conn: name,
      by: result.by,
      before: tcb?.state ?? 'CLOSED',
      after: result.tcb?.state ?? 'CLOSED',
      event,
      effects: result.effects,
      diff: result.diff,
    };
    return { record, tcb: result.tcb };
  };

  const forget = ({ name, tcb }: Connection) => {
    byName.delete(name);
    bySocket.delete(key(tcb.local, tcb.remote));
  };

  const keep = (connection: Connection) => {
    byName.set(connection.name, connection);
    bySocket.set(key(connection.tcb.local, connection.tcb.remote), connection);
  };

  /** A child of a listener that has come back to LISTEN is gone: the listener itself is still there. */
  const isOver = (tcb: Tcb | null): boolean =>
    tcb === null || (tcb.state === 'LISTEN' && tcb.remote !== null);

  const advance = (connection: Connection, event: TcpEvent, now: number): HostStep => {
    const { record, tcb } = run(connection.name, connection.tcb, event, now);
    forget(connection);
    if (tcb !== null && !isOver(tcb)) {
      connection.tcb = tcb;
      keep(connection);
    }
    return record;
  };

  const knock = (listener: Connection, seg: Segment, now: number): HostStep => {
    const fresh: Tcb = { ...listener.tcb, local: seg.dst, remote: seg.src };
    const name = `${listener.name}.${listener.children + 1}`;
    const { record, tcb } = run(name, fresh, { type: 'SEGMENT-ARRIVES', seg }, now);
    if (tcb !== null && !isOver(tcb)) {
      listener.children += 1;
      keep({ name, tcb, children: 0 });
    }
    return record;
  };

  return {
    call(name, call, now) {
      const connection = byName.get(name);
      if (connection !== undefined) return advance(connection, call, now);
      const { record, tcb } = run(name, null, call, now);
      if (tcb === null) return record;
      if (bySocket.has(key(tcb.local, tcb.remote))) {
        throw new HostError(`${name}: ${key(tcb.local, tcb.remote)} is in use already`);
      }
      keep({ name, tcb, children: 0 });
      return record;
    },

    receive(seg, now) {
      const event = { type: 'SEGMENT-ARRIVES', seg } as const;
      const connection = bySocket.get(key(seg.dst, seg.src));
      if (connection !== undefined) return advance(connection, event, now);
      const listener = bySocket.get(portKey(seg.dst));
      if (listener !== undefined) return knock(listener, seg, now);
      return run(`${seg.dst.port}`, null, event, now).record;
    },

    nextTimer() {
      let first: PendingTimer | null = null;
      for (const { name, tcb } of byName.values()) {
        for (const timer of TIMERS) {
          const at = tcb.timers[timer];
          if (at !== undefined && (first === null || at < first.at))
            first = { at, conn: name, timer };
        }
      }
      return first;
    },

    fire({ conn, timer }, now) {
      const connection = byName.get(conn);
      if (connection === undefined) throw new HostError(`${conn}: no such connection`);
      return advance(connection, { type: 'TIMEOUT', timer }, now);
    },

    tcb: (name) => byName.get(name)?.tcb ?? null,
  };
}
