import { PktError } from '../ast.ts';
import { fcntl, getsockopt, ioctl, poll, setsockopt } from './asking.ts';
import { newDescriptor, type Descriptor } from './descriptors.ts';
import { close, read, shutdown, write } from './moving.ts';
import { accept, connect, listen } from './opening.ts';
import {
  at,
  done,
  failed,
  type Answer,
  type Begun,
  type ProcessOptions,
  type World,
} from './process-types.ts';
import { READS, WRITES } from './transfers.ts';
import { numberAt, numberOf, portOf, wordsAt, type PlacedCall } from './values.ts';

/** The process that a script describes. */
export interface Process {
  /** Begins a system call. @throws PktError if the script contradicts itself */
  begin(line: PlacedCall): Begun;
  /** Our port and the peer's, of lines that name none. */
  pair(): { readonly local: number; readonly peer: number };
  /** The connection that `%{ assert tcpi_… }%` is about. */
  underTest(): string | null;
}

type Call = (world: World, line: PlacedCall, one: Descriptor) => Begun;

const now =
  (call: (world: World, line: PlacedCall, one: Descriptor) => Answer): Call =>
  (world, line, one) =>
    at(call(world, line, one));

/** Calls on a descriptor. */
const CALLS: Readonly<Record<string, Call>> = {
  ...Object.fromEntries(READS.map((name) => [name, read])),
  ...Object.fromEntries(WRITES.map((name) => [name, now(write)])),
  bind: now((_, line, one) => {
    one.port = portOf(line.args[1]);
    return done(0);
  }),
  listen: now(listen),
  connect,
  accept,
  accept4: accept,
  shutdown: now(shutdown),
  close: now((world, _, one) => close(world, one)),
  getsockopt: now(getsockopt),
  setsockopt: now(setsockopt),
  fcntl: now(fcntl),
  ioctl: now(ioctl),
};

/** A process without descriptors. */
export function createProcess(options: ProcessOptions): Process {
  const world: World = {
    ...options,
    table: new Map(),
    nextPort: options.clientPort,
    here: { local: options.serverPort, peer: options.clientPort },
    underTest: null,
  };
  const known = new Set<number>();

  const open = (line: PlacedCall): Begun => {
    const fd = numberOf(line.result);
    if (fd === null || fd < 0) {
      throw new PktError(line.place, 'socket(): the result must be a descriptor');
    }
    const one = newDescriptor(fd, options.defaults);
    one.nonBlocking = wordsAt(line, 1).includes('SOCK_NONBLOCK');
    world.table.set(fd, one);
    known.add(fd);
    return at(done(fd));
  };

  return {
    begin(line) {
      if (line.name === 'socket') return open(line);
      if (line.name === 'poll') return poll(world, line);
      for (const fd of world.table.keys()) known.add(fd);
      const fd = numberAt(line, 0, 'the descriptor');
      const one = world.table.get(fd);
      if (one === undefined && known.has(fd)) return at(failed('EBADF'));
      if (one === undefined) throw new PktError(line.place, `there is no descriptor ${fd}`);
      const call = CALLS[line.name];
      if (call !== undefined) return call(world, line, one);
      throw new PktError(line.place, `${line.name}() cannot be played`);
    },
    pair: () => world.here,
    underTest: () => world.underTest,
  };
}
