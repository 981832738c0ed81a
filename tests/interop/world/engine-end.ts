import {
  type Call,
  type Config,
  type Endpoint,
  reference,
  type Segment,
  type State,
  type Tcb,
} from '#tcp';
import { createHost } from '#network/host.ts';
import type { Host, HostStep, IcmpMessage } from '#network/host-types.ts';
import { CALL_GAP } from './kernel-end.ts';
import { MOST_READ, wantsReceive } from './reading.ts';

/** The time in ms, as every engine of the run reads it. */
export const now = (): number => Math.floor(performance.now());

/** One connection of the engine, as its application sees it. */
export interface EngineConnection {
  readonly local: Endpoint;
  readonly remote: Endpoint;
  state(): State;
  tcb(): Readonly<Tcb> | null;
  call(call: Call): void;
  send(data: Uint8Array): void;
  /** `shutdown(SHUT_WR)`: the RFC's CLOSE. */
  finish(): void;
  /** `close()`: nobody reads any more either. */
  close(): void;
  abort(): void;
  /** Octets that come are read at once (as from the beginning), or left lying. */
  read(on: boolean): void;
  /** What was read so far. */
  received(): Buffer;
  /** What the user was told, in order. */
  signals(): readonly string[];
  /** Every state it was in, in order. */
  life(): readonly State[];
}

/** The engine's host: one address, driven in real time. */
export interface EngineEnd {
  /** An active OPEN to the kernel. */
  connect(to?: Partial<Endpoint>): EngineConnection;
  /** A passive OPEN. */
  listen(backlog?: number): void;
  /** The programs of connections to come leave octets unread until `read(true)`. */
  leaveUnread(): void;
  /** The program accepts the connection that has waited longest; is there one? */
  accept(): boolean;
  /** The latest connection that the kernel made to our listener, from its usual port or another. */
  accepted(call?: number): EngineConnection;
  take(seg: Segment): void;
  hear(message: IcmpMessage): void;
  /** The host forgets everything, as a machine that lost its power. */
  crash(): void;
  stop(): void;
}

interface Record {
  readonly received: Buffer[];
  readonly signals: string[];
  readonly life: State[];
  reads: boolean;
}

/** What an engine is made from. */
export interface EngineSetup {
  readonly local: Endpoint;
  /** The kernel's end. */
  readonly kernel: Endpoint;
  readonly config: Config;
  /** Where its initial sequence numbers begin; as RFC 6528 has them, if left out. */
  readonly isn?: number;
  /** Takes what it sends. */
  transmit(seg: Segment): void;
}

const LISTENER = 'listener';

/** Boots a host. */
export function createEngineEnd(setup: EngineSetup): EngineEnd {
  const { local, kernel, config, transmit } = setup;
  const isn = setup.isn === undefined ? undefined : () => setup.isn ?? 0;
  const boot = (): Host =>
    createHost({ engine: reference, config, ...(isn === undefined ? {} : { isn }) });
  let host = boot();
  let alarm: NodeJS.Timeout | undefined;
  const records = new Map<string, Record>();
  /** The kernel's ports, and the connections that its calls from them became. */
  const callers = new Map<number, string>();
  let opened = 0;
  let reads = true;

  const recordOf = (conn: string): Record => {
    const known = records.get(conn);
    if (known !== undefined) return known;
    const fresh: Record = { received: [], signals: [], life: [], reads };
    records.set(conn, fresh);
    return fresh;
  };

  const note = ({ conn, before, event, effects }: HostStep) => {
    const record = recordOf(conn);
    if (event.type === 'SEGMENT-ARRIVES' && conn.startsWith(`${LISTENER}.`)) {
      callers.set(event.seg.src.port, conn);
    }
    if (record.life.length === 0) record.life.push(before);
    for (const effect of effects) {
      if (effect.type === 'send') transmit(effect.seg);
      if (effect.type === 'deliver') record.received.push(Buffer.from(effect.data));
      if (effect.type === 'signal') record.signals.push(effect.signal);
      if (effect.type === 'state') record.life.push(effect.to);
    }
    if (record.reads && wantsReceive(host.tcb(conn))) {
      note(host.call(conn, { type: 'RECEIVE', max: MOST_READ }, now()));
    }
  };

  const setAlarm = () => {
    clearTimeout(alarm);
    const first = host.nextTimer();
    if (first !== null) alarm = setTimeout(ring, Math.max(0, first.at - now()));
  };

  const ring = () => {
    for (let due = host.nextTimer(); due !== null && due.at <= now(); due = host.nextTimer()) {
      note(host.fire(due, now()));
    }
    setAlarm();
  };

  const call = (conn: string, what: Call) => {
    note(host.call(conn, what, now()));
    setAlarm();
  };

  const handle = (conn: () => string, remote: Endpoint): EngineConnection => ({
    local,
    remote,
    state: () => host.tcb(conn())?.state ?? 'CLOSED',
    tcb: () => host.tcb(conn()),
    call: (what) => call(conn(), what),
    send: (data) => call(conn(), { type: 'SEND', data }),
    finish: () => call(conn(), { type: 'CLOSE' }),
    close: () => call(conn(), { type: 'CLOSE', halfDuplex: true }),
    abort: () => call(conn(), { type: 'ABORT' }),
    read(on) {
      recordOf(conn()).reads = on;
      if (on && wantsReceive(host.tcb(conn()))) call(conn(), { type: 'RECEIVE', max: MOST_READ });
    },
    received: () => Buffer.concat(recordOf(conn()).received),
    signals: () => recordOf(conn()).signals,
    life: () => recordOf(conn()).life,
  });

  return {
    connect(to = {}) {
      const name = `connection ${(opened += 1)}`;
      const remote = { ...kernel, ...to };
      call(name, { type: 'OPEN', mode: 'active', local, remote });
      return handle(() => name, remote);
    },
    listen(backlog) {
      call(LISTENER, { type: 'OPEN', mode: 'passive', local });
      if (backlog !== undefined) host.setBacklog(LISTENER, backlog);
    },
    leaveUnread: () => (reads = false),
    accept: () => host.accept(LISTENER) !== null,
    accepted(call = 0) {
      const remote = { ...kernel, port: kernel.port + CALL_GAP * call };
      return handle(() => callers.get(remote.port) ?? '', remote);
    },
    take(seg) {
      note(host.receive(seg, now()));
      setAlarm();
    },
    hear(message) {
      const step = host.icmp(message, now());
      if (step !== null) note(step);
      setAlarm();
    },
    crash() {
      host = boot();
      setAlarm();
    },
    stop: () => clearTimeout(alarm),
  };
}
