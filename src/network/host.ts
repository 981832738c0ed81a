import {
  add,
  advance as stepWithoutDiff,
  type Call,
  type Endpoint,
  KEY_SIZE,
  type Seq,
  step,
  type StepResult,
  type Tcb,
  type TcpEvent,
  TIMERS,
} from '#tcp';
import { follow } from '#tcp/followed.ts';
import { runWith } from '#tcp/running.ts';
import { type Connection, isAnyAddress } from './connections.ts';
import { createDoorstep } from './doorstep.ts';
import { hostStep } from './host-step.ts';
import { type Host, HostError, type HostOptions, type HostStep } from './host-types.ts';
import { isnByKey } from './isn.ts';
import { noQueueCounters } from './counters.ts';
import { portUse } from './port-use.ts';
import { createRegistry, isOver } from './registry.ts';

export {
  type Host,
  HostError,
  type HostOptions,
  type HostState,
  type HostStep,
  type IcmpMessage,
  type PendingTimer,
} from './host-types.ts';

/** How far the ISS of a connection lies behind the last number of the TIME-WAIT whose place it takes. */
const GAP = 65_537;

const spell = ({ address, port }: Endpoint): string => `${address}:${port}`;

/** A host without connections. Throws RangeError for a key that has not 16 octets. */
export function createHost(options: HostOptions): Host {
  const { engine, config, key = new Uint8Array(KEY_SIZE), addresses = [], diffs = true } = options;
  if (key.length !== KEY_SIZE) {
    throw new RangeError(`a host's key has ${KEY_SIZE} octets, this one has ${key.length}`);
  }
  const isn = options.isn ?? isnByKey(engine, key);
  const registry = createRegistry();
  const { table } = registry;
  let drawn = 0;

  // One record for all steps: a step keeps nothing of it.
  const env = {
    now: 0,
    config,
    listening: false,
    isn: (local: Endpoint, remote: Endpoint | null): Seq =>
      isn(local, remote, { now: env.now, drawn: drawn++ }),
  };
  const take = (tcb: Tcb | null, event: TcpEvent, now: number, listening = false): StepResult => {
    env.now = now;
    env.listening = listening;
    const before = drawn;
    const run = diffs ? step : stepWithoutDiff;
    const result = run(engine, tcb, event, env);
    // Nothing was opened: a number that was asked for all the same is given to the next who asks.
    if (isOver(result.tcb)) drawn = before;
    return result;
  };
  const doorstep = createDoorstep({ engine, config, key, registry, take });

  const advance = (connection: Connection, event: TcpEvent, now: number): HostStep => {
    const { name, tcb } = connection;
    const { state } = tcb;
    if (event.type !== 'SEGMENT-ARRIVES' || (state !== 'TIME-WAIT' && state !== 'SYN-RECEIVED')) {
      const result = take(tcb, event, now);
      registry.settle(connection, result.tcb);
      return hostStep(name, state, event, result);
    }

    // The two steps that a listener may have a say in.
    const drawnBefore = drawn;
    const listener = state === 'TIME-WAIT' ? table.listenerFor(tcb.local) : undefined;
    const result = take(tcb, event, now, listener !== undefined);
    const after = result.tcb?.state;
    let refusal: HostStep | null = null;
    if (state === 'SYN-RECEIVED') {
      const isComplete = after !== undefined && after !== 'SYN-RECEIVED' && after !== 'LISTEN';
      if (isComplete) refusal = doorstep.establishes(connection, event, now);
    } else if (listener !== undefined && after === 'SYN-RECEIVED') {
      refusal = doorstep.reopens(listener, connection, event);
    }
    if (refusal !== null) {
      drawn = drawnBefore;
      return refusal;
    }
    registry.settle(connection, result.tcb);
    return hostStep(name, state, event, result);
  };

  /** The address that a connection leaves from when its user named none (MUST-44). */
  const withSource = (call: Call): Call => {
    if (call.type !== 'OPEN' || call.mode !== 'active' || !isAnyAddress(call.local.address)) {
      return call;
    }
    const { address: to } = call.remote;
    const isOurs = addresses.includes(to) || to.startsWith('127.') || to === '::1';
    const address = isOurs ? to : addresses[0];
    if (address === undefined) throw new HostError('an active OPEN needs a local address');
    follow('MUST-44');
    return { ...call, local: { ...call.local, address } };
  };

  /**
   * Ends a connection of ours in TIME-WAIT whose place an OPEN may take (RFC 6191), and gives the
   * initial sequence number that keeps the two apart.
   */
  const takePlace = (call: Call, now: number): Seq | null => {
    if (call.type !== 'OPEN' || call.mode !== 'active') return null;
    const { local, remote } = call;
    const held = table.between(local, remote);
    if (held?.tcb.state !== 'TIME-WAIT') return null;
    const clerk = { addresses, offset: 0, between: host.between, on: host.on };
    const { value: port } = runWith(engine, () =>
      engine.functions.allocatePort({ local, reuse: false }, remote, clerk, now, config),
    );
    if (port !== local.port) return null;
    registry.forget(held);
    follow('RFC6191/2');
    return add(held.tcb.snd.nxt, GAP);
  };

  /** A listener touches nothing of what its port is used for already (RFC 9293 §3.9.1.1). */
  const noteListener = (local: Endpoint) => {
    follow('MUST-41');
    if (!isAnyAddress(local.address)) follow('MUST-43');
    for (const { tcb } of table.on(local.port)) {
      if (tcb.state === 'SYN-SENT' || tcb.state === 'SYN-RECEIVED') {
        follow('MUST-42');
        return;
      }
    }
  };

  const open = (name: string, asked: Call, now: number): HostStep => {
    const call = withSource(asked);
    const iss = takePlace(call, now);
    const result =
      iss === null
        ? take(null, call, now)
        : step(engine, null, call, { now, config, isn: () => iss });
    const { tcb } = result;
    if (tcb !== null) {
      const { local, remote } = tcb;
      const holder = remote === null ? table.listenerAt(local) : table.between(local, remote);
      if (holder !== undefined) {
        const pair = remote === null ? spell(local) : `${spell(local)} ${spell(remote)}`;
        throw new HostError(`${name}: ${pair} is in use already, by ${holder.name}`);
      }
      if (remote === null) noteListener(local);
      registry.keep(name, tcb);
    }
    return hostStep(name, 'CLOSED', call, result);
  };

  const named = (name: string): Connection => {
    const connection = table.named(name);
    if (connection === undefined) throw new HostError(`${name}: no such connection`);
    return connection;
  };

  const listeningOf = (name: string) => {
    const { listening } = named(name);
    if (listening === null) throw new HostError(`${name} does not listen`);
    return listening;
  };

  const host: Host = {
    call(name, call, now) {
      const connection = table.named(name);
      return connection === undefined ? open(name, call, now) : advance(connection, call, now);
    },

    receive(seg, now) {
      const event = { type: 'SEGMENT-ARRIVES', seg } as const;
      const connection = table.between(seg.dst, seg.src);
      if (connection !== undefined) return advance(connection, event, now);
      const listener = table.listenerFor(seg.dst);
      if (listener !== undefined) return doorstep.knock(listener, seg, now);
      return hostStep(`${seg.dst.port}`, 'CLOSED', event, take(null, event, now));
    },

    icmp({ error, local, remote, seq, mtu }, now) {
      const connection = table.between(local, remote);
      if (connection === undefined) return null;
      const more = mtu === undefined ? {} : { mtu };
      return advance(connection, { type: 'ICMP', error, seq, ...more }, now);
    },

    nextDue: () => registry.first()?.due ?? Number.POSITIVE_INFINITY,

    nextTimer() {
      const first = registry.first();
      if (first === null) return null;
      const timer = TIMERS.find((one) => first.tcb.timers[one] === first.due);
      return timer === undefined ? null : { at: first.due, conn: first.name, timer };
    },

    fire: ({ conn, timer }, now) => advance(named(conn), { type: 'TIMEOUT', timer }, now),

    tcb: (name) => table.named(name)?.tcb ?? null,
    *names() {
      for (const { name } of table.all()) yield name;
    },
    get size() {
      return table.size;
    },

    setBacklog(name, backlog) {
      const listening = listeningOf(name);
      const queues = listening.queues ?? { syn: [], accept: [], counters: noQueueCounters() };
      listening.queues = { ...queues, backlog };
    },
    queues: (name) => listeningOf(name).queues,
    accept(name) {
      const listening = listeningOf(name);
      const { queues } = listening;
      if (queues === null) return null;
      const { value } = runWith(engine, () => engine.functions.accept(queues));
      listening.queues = value.queues;
      const accepted = value.conn === null ? undefined : table.named(value.conn);
      if (accepted !== undefined) accepted.parent = null;
      return value.conn;
    },
    counters: registry.count,

    claim(name, { bound, reuse }) {
      Object.assign(named(name), { bound, reuse });
    },
    between(local, remote) {
      const connection = table.between(local, remote);
      return connection === undefined ? null : portUse(connection);
    },
    *on(port) {
      for (const connection of table.on(port)) yield portUse(connection);
    },

    crash: registry.clear,
    save: () => ({ ...registry.save(), drawn }),
    restore(state) {
      ({ drawn } = state);
      registry.restore(state);
    },
  };
  return host;
}
