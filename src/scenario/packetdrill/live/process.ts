import type { Call, Endpoint } from '#tcp';
import { PktError, type Value } from '../ast.ts';
import { octets } from '../octets.ts';
import { isReadable, newDescriptor, pollEvents, type Descriptor } from './descriptors.ts';
import { errnoOf } from './errno.ts';
import type { Live } from './live.ts';
import { getOption, optionOfCall, setOption, type SocketDefaults } from './socket-options.ts';
import { amountOf, flagsOfCall, isNull, READS, WRITES } from './transfers.ts';
import { fieldOf, numberAt, numberOf, portOf, wordsAt, type PlacedCall } from './values.ts';

/** What a system call gave; `'waits'` as long as it blocks. */
export type Answer =
  | {
      readonly result: number;
      readonly errno: string | null;
      /** What a read took, and which octets these should be. */
      readonly read?: { readonly data: Uint8Array; readonly from: number };
      /** What came back through a pointer. */
      readonly out?: number | string | null;
    }
  | 'waits';

/** A call that was begun: its answer, and how to ask for it again as long as it waits. */
export interface Begun {
  readonly answer: Answer;
  again(): Answer;
}

/** The process that a script describes. */
export interface Process {
  /** Begins a system call. @throws PktError if the script contradicts itself */
  begin(line: PlacedCall): Begun;
  /** Our port and the peer's, of lines that name none. */
  pair(): { readonly local: number; readonly peer: number };
  /** The connection that `%{ assert tcpi_… }%` is about. */
  underTest(): string | null;
}

export interface ProcessOptions {
  readonly live: Live;
  readonly defaults: SocketDefaults;
  readonly local: string;
  readonly peer: string;
  readonly serverPort: number;
  readonly clientPort: number;
  /** Is this FreeBSD's numbering of flags? Linux's otherwise. */
  readonly nonBlockFlag: number;
}

const done = (result: number, errno: string | null = null): Answer => ({ result, errno });
const failed = (errno: string): Answer => done(-1, errno);

/** A process without descriptors. */
export function createProcess(options: ProcessOptions): Process {
  const { live, defaults, local, peer, serverPort } = options;
  const table = new Map<number, Descriptor>();
  let nextPort = options.clientPort;
  let here = { local: serverPort, peer: options.clientPort };
  let test: string | null = null;

  const find = (line: PlacedCall): Descriptor => {
    const fd = numberAt(line, 0, 'the descriptor');
    const found = table.get(fd);
    if (found !== undefined) return found;
    throw new PktError(line.place, `there is no descriptor ${fd}`);
  };
  const connOf = (one: Descriptor, line: PlacedCall): string => {
    if (one.conn !== null) return one.conn;
    throw new PktError(line.place, `descriptor ${one.fd} has no connection`);
  };
  const socket = (port: number): Endpoint => ({ address: local, port });
  const tell = (one: Descriptor, call: Call): void => {
    if (one.conn !== null && live.tcb(one.conn) !== null) live.call(one.conn, call);
  };
  const settle = (one: Descriptor): void => {
    const { keepAlive, idle, interval, probes, nodelay, userTimeout } = one.options;
    const times = { idle: idle * 1_000, interval: interval * 1_000, probes };
    if (!keepAlive && !nodelay && userTimeout === 0) return;
    const settings = {
      ...(keepAlive ? { keepAlive: times } : {}),
      ...(nodelay ? { nagle: false } : {}),
      ...(userTimeout === 0 ? {} : { userTimeout }),
    };
    tell(one, { type: 'SET', settings });
  };

  const listen = (line: PlacedCall, one: Descriptor): Answer => {
    const port = one.port ?? serverPort;
    one.conn = String(port);
    one.listens = true;
    const backlog = numberAt(line, 1, 'the backlog');
    if (live.tcb(one.conn) === null) {
      const step = live.call(one.conn, { type: 'OPEN', mode: 'passive', local: socket(port) });
      const errno = errnoOf('open', step, () => null);
      if (errno !== null) return failed(errno);
      here = { ...here, local: port };
      settle(one);
    }
    live.setBacklog(one.conn, backlog);
    return done(0);
  };

  const connect = (line: PlacedCall, one: Descriptor): Begun => {
    const to = portOf(line.args[1]) ?? serverPort;
    if (one.conn === null) {
      const port = one.port ?? nextPort++;
      one.conn = `${port}>${peer}:${to}`;
      here = { local: port, peer: to };
    }
    const conn = one.conn;
    test = conn;
    one.read = 0;
    one.written = 0;
    const from = Number.parseInt(conn, 10);
    const isNew = live.tcb(conn) === null;
    const pending = live.takeError(conn);
    if (isNew && pending !== null) return at(failed(pending));
    const remote = { address: peer, port: to };
    const step = live.call(conn, { type: 'OPEN', mode: 'active', local: socket(from), remote });
    const errno = errnoOf('open', step, () => null);
    if (errno !== null) return at(failed(errno));
    if (isNew) settle(one);
    const ask = (): Answer => {
      const state = live.stateOf(conn);
      if (state === 'SYN-SENT' || state === 'SYN-RECEIVED') return 'waits';
      return state === 'CLOSED' ? failed(live.takeError(conn) ?? 'ECONNREFUSED') : done(0);
    };
    const goesOn = one.nonBlocking || line.errno === 'EINPROGRESS';
    return goesOn ? at(failed('EINPROGRESS')) : { answer: ask(), again: ask };
  };

  const accept = (line: PlacedCall, one: Descriptor): Begun => {
    const listener = connOf(one, line);
    const ask = (): Answer => {
      const conn = live.accept(listener);
      if (conn === null) return one.nonBlocking ? failed('EAGAIN') : 'waits';
      const fd = numberOf(line.result) ?? -1;
      if (line.result.kind === 'number' && fd < 0) return done(0);
      const child = newDescriptor(fd, defaults);
      Object.assign(child.options, { ...one.options, said: new Map(one.options.said) });
      child.conn = conn;
      child.nonBlocking = wordsAt(line, 3).includes('SOCK_NONBLOCK');
      table.set(fd, child);
      test = conn;
      return done(fd);
    };
    return { answer: ask(), again: ask };
  };

  const write = (line: PlacedCall, one: Descriptor): Answer => {
    const conn = connOf(one, line);
    if (isNull(line)) return failed('EFAULT');
    const data = octets(one.written, amountOf(line));
    const step = live.call(conn, { type: 'SEND', data, push: true });
    const errno = errnoOf('write', step, () => live.takeError(conn));
    if (errno !== null) return failed(errno);
    one.written += data.length;
    return done(data.length);
  };

  const read = (line: PlacedCall, one: Descriptor): Begun => {
    const conn = connOf(one, line);
    if (isNull(line)) return at(failed('EFAULT'));
    const max = amountOf(line);
    const flags = flagsOfCall(line);
    const ask = (): Answer => {
      // A script that leaves the result open wants the RECEIVE to wait in TCP.
      const isReady = isReadable(one, live);
      if (!isReady && line.result.kind !== 'any') {
        const goesOn = one.nonBlocking || flags.includes('MSG_DONTWAIT') || line.errno === 'EAGAIN';
        return goesOn ? failed('EAGAIN') : 'waits';
      }
      const { in: held = new Uint8Array(0), state } = live.tcb(conn) ?? {};
      if (one.readerGone && held.length === 0) return done(0);
      if (flags.includes('MSG_PEEK') && state !== undefined) {
        const data = held.slice(0, max);
        return { result: data.length, errno: null, read: { data, from: one.read } };
      }
      const step = live.call(conn, { type: 'RECEIVE', max });
      const errno = errnoOf('read', step, () => live.takeError(conn));
      if (errno !== null) return failed(errno);
      const data = Uint8Array.from(
        step.effects.flatMap((each) => (each.type === 'deliver' ? [...each.data] : [])),
      );
      const from = one.read;
      one.read += data.length;
      return { result: data.length, errno: null, read: { data, from } };
    };
    return { answer: ask(), again: ask };
  };

  const shutdown = (line: PlacedCall, one: Descriptor): Answer => {
    const [how = ''] = wordsAt(line, 1);
    if (!['SHUT_RD', 'SHUT_WR', 'SHUT_RDWR'].includes(how)) return failed('EINVAL');
    if (one.conn === null) return failed('ENOTCONN');
    const conn = one.conn;
    if (how !== 'SHUT_WR') one.readerGone = true;
    if (how === 'SHUT_RD') return live.tcb(conn) === null ? failed('ENOTCONN') : done(0);
    const step = live.call(conn, { type: 'CLOSE' });
    const errno = errnoOf('shutdown', step, () => live.takeError(conn));
    return errno === null ? done(0) : failed(errno);
  };

  const close = (one: Descriptor): Answer => {
    table.delete(one.fd);
    if (one.conn === null) return done(0);
    const { linger } = one.options;
    // With a linger time of 0 the socket layer aborts instead of closing.
    const isAbort = linger?.on === true && linger.seconds === 0 && !one.listens;
    const step = live.call(
      one.conn,
      isAbort ? { type: 'ABORT' } : { type: 'CLOSE', halfDuplex: true },
    );
    const errno = errnoOf('close', step, () => null);
    return errno === null ? done(0) : failed(errno);
  };

  const getsockopt = (line: PlacedCall, one: Descriptor): Answer => {
    const { name } = optionOfCall(line);
    if (name === 'SO_ERROR') {
      const errno = one.conn === null ? null : live.takeError(one.conn);
      return { result: 0, errno: null, out: errno ?? 0 };
    }
    const tcb = one.conn === null ? null : live.tcb(one.conn);
    return { result: 0, errno: null, out: getOption(one.options, name, tcb, defaults) };
  };

  const setsockopt = (line: PlacedCall, one: Descriptor): Answer => {
    const settings = setOption(one.options, line);
    // A keep-alive that runs counts from its old times until it is stopped.
    if (settings?.keepAlive) tell(one, { type: 'SET', settings: { keepAlive: null } });
    if (settings !== null) tell(one, { type: 'SET', settings });
    return done(0);
  };

  const fcntl = (line: PlacedCall, one: Descriptor): Answer => {
    const [command] = wordsAt(line, 1);
    if (command === 'F_GETFL') return done(2 + (one.nonBlocking ? options.nonBlockFlag : 0));
    one.nonBlocking = wordsAt(line, 2).includes('O_NONBLOCK');
    return done(0);
  };

  const ioctl = (line: PlacedCall, one: Descriptor): Answer => {
    const [request] = wordsAt(line, 1);
    const tcb = one.conn === null ? null : live.tcb(one.conn);
    if (one.listens || tcb === null) return failed('EINVAL');
    if (request !== 'SIOCOUTQ') return { result: 0, errno: null, out: tcb.in.length };
    const unacked = tcb.rtx.reduce((sum, { data }) => sum + data.length, 0);
    return { result: 0, errno: null, out: tcb.out.length + unacked };
  };

  const poll = (line: PlacedCall): Begun => {
    const asked = line.args[0]?.kind === 'list' ? line.args[0].items : [];
    const timeout = numberAt(line, 2, 'the timeout');
    const until = timeout < 0 ? Number.POSITIVE_INFINITY : live.now() + timeout;
    const ask = (): Answer => {
      const found = asked.map((each) => readyEvents(each));
      const count = found.filter((events) => events.length > 0).length;
      if (count === 0 && live.now() < until) return 'waits';
      return { result: count, errno: null, out: found.map((each) => each.join('|')).join(', ') };
    };
    return { answer: ask(), again: ask };
  };

  const readyEvents = (asked: Value): readonly string[] => {
    const one = table.get(fieldOf(asked, 'fd') ?? -1);
    if (one === undefined) return ['POLLNVAL'];
    const events = asked.kind === 'fields' ? asked.fields['events'] : undefined;
    const wanted = events?.kind === 'words' ? events.words : [];
    const always = ['POLLERR', 'POLLHUP'];
    return pollEvents(one, live).filter((each) => wanted.includes(each) || always.includes(each));
  };

  const begin = (line: PlacedCall): Begun => {
    if (line.name === 'socket') {
      const fd = numberOf(line.result);
      if (fd === null || fd < 0) {
        throw new PktError(line.place, 'socket(): the result must be a descriptor');
      }
      table.set(fd, newDescriptor(fd, defaults));
      return at(done(fd));
    }
    if (line.name === 'poll') return poll(line);
    const one = find(line);
    if (READS.includes(line.name)) return read(line, one);
    if (WRITES.includes(line.name)) return at(write(line, one));
    switch (line.name) {
      case 'bind':
        one.port = portOf(line.args[1]);
        return at(done(0));
      case 'listen':
        return at(listen(line, one));
      case 'connect':
        return connect(line, one);
      case 'accept':
      case 'accept4':
        return accept(line, one);
      case 'shutdown':
        return at(shutdown(line, one));
      case 'close':
        return at(close(one));
      case 'getsockopt':
        return at(getsockopt(line, one));
      case 'setsockopt':
        return at(setsockopt(line, one));
      case 'fcntl':
        return at(fcntl(line, one));
      case 'ioctl':
        return at(ioctl(line, one));
      default:
        throw new PktError(line.place, `${line.name}() cannot be played`);
    }
  };

  return { begin, pair: () => here, underTest: () => test };
}

/** An answer that is there at once. */
function at(answer: Answer): Begun {
  return { answer, again: () => answer };
}
