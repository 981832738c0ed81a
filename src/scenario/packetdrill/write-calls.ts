import type { Call } from '#tcp';
import { parsePkt } from './parse.ts';
import type { Sockets } from './sockets.ts';

/** Writes the system calls of a script. */
export interface CallWriter {
  /** The lines of a user call on the connection `conn`. @throws RangeError if no script can have it */
  linesOf(conn: string, call: Call, delivered: number): readonly string[];
}

/** More connections than a script can have accepted. */
const MOST = 100;

/** A writer that numbers descriptors as a process would, and hands `sockets` what it writes. */
export function createCallWriter(sockets: Sockets): CallWriter {
  const descriptors = new Map<string, number>();
  let listener: number | null = null;
  let next = 3;

  /** Has the sockets take a line, as they will when the script is read. */
  const say = (text: string): string => {
    const [line] = parsePkt(`0 ${text}`).lines;
    if (line?.kind === 'call') sockets.take(line);
    return text;
  };

  const socket = (conn: string): { readonly fd: number; readonly line: string } => {
    const fd = next++;
    descriptors.set(conn, fd);
    return { fd, line: say(`socket(..., SOCK_STREAM, IPPROTO_TCP) = ${fd}`) };
  };

  /** The connection's descriptor, and the lines that are needed before it has one. */
  const descriptorOf = (conn: string): { readonly fd: number; readonly before: string[] } => {
    const before: string[] = [];
    for (let tries = 0; tries < MOST; tries++) {
      const fd = descriptors.get(conn);
      if (fd !== undefined) return { fd, before };
      if (listener === null) break;
      const accepted = next++;
      before.push(say(`accept(${listener}, ..., ...) = ${accepted}`));
      descriptors.set(connOf(accepted), accepted);
    }
    throw new RangeError(`no line of a script gives the connection ${conn}`);
  };

  /** The connection of a descriptor: whom a read would be about. */
  const connOf = (fd: number): string => {
    const [line] = parsePkt(`0 read(${fd}, ..., 1) = 1`).lines;
    return (line?.kind === 'call' && sockets.take(line)?.conn) || '';
  };

  return {
    linesOf(conn, call, delivered) {
      if (call.type === 'OPEN') {
        const { fd, line } = socket(conn);
        if (call.mode === 'active') {
          return [
            line,
            say(`connect(${fd}, ..., ...) = -1 EINPROGRESS (Operation now in progress)`),
          ];
        }
        listener = fd;
        return [line, say(`bind(${fd}, ..., ...) = 0`), say(`listen(${fd}, 1) = 0`)];
      }
      const { fd, before } = descriptorOf(conn);
      switch (call.type) {
        case 'SEND': {
          const { length } = call.data;
          return [...before, say(`write(${fd}, ..., ${length}) = ${length}`)];
        }
        case 'RECEIVE':
          return [...before, say(`read(${fd}, ..., ${call.max}) = ${delivered}`)];
        case 'CLOSE':
          if (!call.halfDuplex) return [...before, say(`shutdown(${fd}, SHUT_WR) = 0`)];
          return [...before, say(`close(${fd}) = 0`)];
        case 'ABORT':
          return [
            ...before,
            say(`setsockopt(${fd}, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0`),
            say(`close(${fd}) = 0`),
          ];
        default:
          throw new RangeError(`no line of a script is the call ${call.type}`);
      }
    },
  };
}
