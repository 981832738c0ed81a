import type { Call } from '#tcp';
import { PktError } from '../ast.ts';
import { newDescriptor, type Descriptor } from './descriptors.ts';
import { errnoOf } from './errno.ts';
import { asking, at, done, failed, type Answer, type Begun, type World } from './process-types.ts';
import { numberAt, numberOf, portOf, wordsAt, type PlacedCall } from './values.ts';

/** Tells TCP something about a descriptor's connection, if there is one. */
export function tell({ live }: World, { conn }: Descriptor, call: Call): void {
  if (conn !== null && live.tcb(conn) !== null) live.call(conn, call);
}

/** The connection of a descriptor. @throws PktError if it has none */
export function connOf(one: Descriptor, line: PlacedCall): string {
  if (one.conn !== null) return one.conn;
  throw new PktError(line.place, `descriptor ${one.fd} has no connection`);
}

/** What was set before there was a connection is told when there is one. */
function settle(world: World, one: Descriptor): void {
  const { keepAlive, idle, interval, probes, nodelay, userTimeout } = one.options;
  const times = { idle: idle * 1_000, interval: interval * 1_000, probes };
  if (!keepAlive && !nodelay && userTimeout === 0) return;
  const settings = {
    ...(keepAlive ? { keepAlive: times } : {}),
    ...(nodelay ? { nagle: false } : {}),
    ...(userTimeout === 0 ? {} : { userTimeout }),
  };
  tell(world, one, { type: 'SET', settings });
}

/**
 * A call that is not answered within FreeBSD's TCP_KEEPINIT fails, whatever is still to be sent again;
 * once it is answered, only what the process itself set counts.
 */
function boundCall({ live }: World, { conn, options }: Descriptor): void {
  if (conn === null || options.init === null) return;
  live.call(conn, { type: 'SET', settings: { userTimeout: options.init * 1_000 } });
  let isOpening = true;
  live.onStep((step) => {
    if (!isOpening || step.conn !== conn || step.after === 'SYN-SENT') return;
    isOpening = step.after === 'SYN-RECEIVED';
    if (isOpening || step.after === 'CLOSED') return;
    const userTimeout = options.userTimeout === 0 ? null : options.userTimeout;
    live.call(conn, { type: 'SET', settings: { userTimeout } });
  });
}

/** `listen`: a passive OPEN and the queues of its backlog. */
export function listen(world: World, line: PlacedCall, one: Descriptor): Answer {
  const { live } = world;
  const port = one.port ?? world.serverPort;
  const conn = String(port);
  one.conn = conn;
  one.listens = true;
  if (live.tcb(conn) === null) {
    const local = { address: world.local, port };
    const step = live.call(conn, { type: 'OPEN', mode: 'passive', local });
    const errno = errnoOf('open', step, () => null);
    if (errno !== null) return failed(errno);
    world.here = { ...world.here, local: port };
    settle(world, one);
  }
  live.setBacklog(conn, Math.max(0, numberAt(line, 1, 'the backlog')));
  return done(0);
}

/** `connect`: an active OPEN; it waits for the answer unless the descriptor does not block. */
export function connect(world: World, line: PlacedCall, one: Descriptor): Begun {
  const { live } = world;
  const to = portOf(line.args[1]) ?? world.serverPort;
  if (one.conn === null) {
    const port = one.port ?? world.nextPort++;
    one.conn = `${port}>${world.peer}:${to}`;
    world.here = { local: port, peer: to };
  }
  const conn = one.conn;
  world.underTest = conn;
  one.read = 0;
  one.written = 0;
  const isNew = live.tcb(conn) === null;
  const pending = live.takeError(conn);
  if (isNew && pending !== null) return at(failed(pending));
  const local = { address: world.local, port: Number.parseInt(conn, 10) };
  const remote = { address: world.peer, port: to };
  const step = live.call(conn, { type: 'OPEN', mode: 'active', local, remote });
  const errno = errnoOf('open', step, () => null);
  if (errno !== null) return at(failed(errno));
  if (isNew) {
    settle(world, one);
    boundCall(world, one);
  }
  if (one.nonBlocking || line.errno === 'EINPROGRESS') return at(failed('EINPROGRESS'));
  return asking(() => {
    const state = live.stateOf(conn);
    if (state === 'SYN-SENT' || state === 'SYN-RECEIVED') return 'waits';
    return state === 'CLOSED' ? failed(live.takeError(conn) ?? 'ECONNREFUSED') : done(0);
  });
}

/** `accept`: takes the connection that was completed first; a child inherits what was set. */
export function accept(world: World, line: PlacedCall, one: Descriptor): Begun {
  const { live } = world;
  const listener = connOf(one, line);
  if (!one.listens) return at(failed('EINVAL'));
  const fd = numberOf(line.result);
  return asking(() => {
    const conn = live.accept(listener);
    if (conn === null) {
      return one.nonBlocking || line.errno === 'EAGAIN' ? failed('EAGAIN') : 'waits';
    }
    if (fd === null || fd < 0) return done(0);
    const child = newDescriptor(fd, world.defaults);
    Object.assign(child.options, { ...one.options, said: new Map(one.options.said) });
    child.conn = conn;
    child.nonBlocking = wordsAt(line, 3).includes('SOCK_NONBLOCK');
    world.table.set(fd, child);
    world.underTest = conn;
    return done(fd);
  });
}
