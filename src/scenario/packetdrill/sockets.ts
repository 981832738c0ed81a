import type { Call, Endpoint } from '#tcp';
import type { CallLine, Place, Value } from './ast.ts';
import { PktError } from './ast.ts';
import { octets } from './octets.ts';

/** The addresses and ports of packetdrill's two sides, where a script does not name any. */
export const HOST = '192.0.2.1';
export const PEER = '192.0.2.2';
export const SERVER_PORT = 8080;
export const CLIENT_PORT = 40_001;

/** A user call that a system call stands for, and the connection that it is about. */
export interface UserCall {
  readonly conn: string;
  readonly call: Call;
}

/** The descriptors of a script's process. */
export interface Sockets {
  /** What a line asks of TCP; `null` for what only concerns the process. */
  take(line: CallLine & { readonly place: Place }): UserCall | null;
  /** The peer's port that most segments go to and come from. */
  peerPort(): number;
  /** Our port, unless the script names another. */
  localPort(): number;
  /** Notes that a segment came from a peer's port: connections are accepted in the order of SYNs. */
  heard(port: number, flags: { readonly syn: boolean; readonly ack: boolean }): void;
}

interface Caller {
  readonly port: number;
  readonly name: string;
  ready: boolean;
}

/** A table without sockets. */
export function createSockets(): Sockets {
  const conns = new Map<number, string>();
  const callers: Caller[] = [];
  let side: 'server' | 'client' = 'server';
  const written = new Map<string, number>();
  const abortive = new Set<number>();
  let children = 0;

  const local = (port: number): Endpoint => ({ address: HOST, port });

  const take: Sockets['take'] = (line) => {
    const fail = (message: string): never => {
      throw new PktError(line.place, message);
    };
    const number = (value: Value | undefined, what: string): number =>
      value?.kind === 'number' ? value.number : fail(`${line.name}(): ${what} must be a number`);
    const fd = number(line.name === 'socket' ? line.result : line.args[0], 'the descriptor');
    const conn = () => conns.get(fd) ?? fail(`descriptor ${fd} has no connection`);
    const said = (call: Call) => ({ conn: conn(), call });

    switch (line.name) {
      case 'socket':
      case 'bind':
        return null;
      case 'setsockopt':
        if (isReuseAddress(line.args)) return null;
        if (!isLingerZero(line.args)) {
          fail('setsockopt() can only set SO_REUSEADDR, or SO_LINGER to {onoff=1, linger=0}');
        }
        abortive.add(fd);
        return null;
      case 'listen':
        conns.set(fd, String(SERVER_PORT));
        return said({ type: 'OPEN', mode: 'passive', local: local(SERVER_PORT) });
      case 'connect': {
        side = 'client';
        const remote = { address: PEER, port: SERVER_PORT };
        conns.set(fd, `${CLIENT_PORT}>${PEER}:${SERVER_PORT}`);
        written.delete(conn());
        return said({ type: 'OPEN', mode: 'active', local: local(CLIENT_PORT), remote });
      }
      case 'accept': {
        const next = callers.find((each) => each.ready && ![...conns.values()].includes(each.name));
        if (next === undefined) return fail('accept(): no connection is complete');
        conns.set(number(line.result, 'the result'), next.name);
        return null;
      }
      case 'write': {
        const length = number(line.args[2], 'the number of octets');
        const from = written.get(conn()) ?? 0;
        if (line.errno === null) written.set(conn(), from + length);
        return said({ type: 'SEND', data: octets(from, length), push: true });
      }
      case 'read': {
        const max = number(line.args[2], 'the number of octets');
        if (line.errno === 'EAGAIN') fail('read() = -1 EAGAIN cannot be run: RECEIVE waits');
        return said({ type: 'RECEIVE', max });
      }
      case 'shutdown':
        if (!line.args.some((arg) => arg.kind === 'words' && arg.words.includes('SHUT_WR'))) {
          return fail('shutdown() can only be read with SHUT_WR');
        }
        return said({ type: 'CLOSE' });
      case 'close':
        // With a linger time of 0 the socket layer aborts instead of closing.
        return said(abortive.has(fd) ? { type: 'ABORT' } : { type: 'CLOSE', halfDuplex: true });
      default:
        return fail(`${line.name}() cannot be run`);
    }
  };

  return {
    take,
    peerPort: () => (side === 'server' ? CLIENT_PORT : SERVER_PORT),
    localPort: () => (side === 'server' ? SERVER_PORT : CLIENT_PORT),
    heard(port, flags) {
      const caller = callers.findLast((each) => each.port === port);
      if (flags.syn && !flags.ack) {
        callers.push({ port, name: `${SERVER_PORT}.${++children}`, ready: false });
      } else if (flags.ack && caller !== undefined) caller.ready = true;
    },
  };
}

/** `SO_LINGER` with `{onoff=1, linger=0}`: the only lingering that TCP itself knows. */
function isLingerZero(args: readonly Value[]): boolean {
  const value = args.find((arg) => arg.kind === 'fields')?.fields;
  const isLinger = args.some((arg) => arg.kind === 'words' && arg.words.includes('SO_LINGER'));
  const is = (field: Value | undefined, n: number) =>
    field?.kind === 'number' && field.number === n;
  return isLinger && is(value?.['onoff'], 1) && is(value?.['linger'], 0);
}

function isReuseAddress(args: readonly Value[]): boolean {
  return args.some((arg) => arg.kind === 'words' && arg.words.includes('SO_REUSEADDR'));
}
