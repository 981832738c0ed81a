import type { Live } from './live.ts';
import { newOptions, type OptionState, type SocketDefaults } from './socket-options.ts';

/** A socket of the script's process. */
export interface Descriptor {
  readonly fd: number;
  /** The connection or listener; `null` before `listen` or `connect`. */
  conn: string | null;
  listens: boolean;
  /** The port that `bind` asked for. */
  port: number | null;
  readonly options: OptionState;
  nonBlocking: boolean;
  /** `shutdown(SHUT_RD)` was called. */
  readerGone: boolean;
  /** Octets read and written so far. */
  read: number;
  written: number;
}

/** A socket that was just made: nothing is set, nothing is open. */
export function newDescriptor(fd: number, defaults: SocketDefaults): Descriptor {
  return {
    fd,
    conn: null,
    listens: false,
    port: null,
    options: newOptions(defaults),
    nonBlocking: false,
    readerGone: false,
    read: 0,
    written: 0,
  };
}

/** States in which nothing more will come from the peer. */
const AT_END = ['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT', 'CLOSED'];
/** States in which text can be sent. */
const CAN_SEND = ['ESTABLISHED', 'CLOSE-WAIT'];

/** What `poll` would tell of a descriptor, by name. */
export function pollEvents(
  { conn, listens, readerGone }: Descriptor,
  live: Live,
): readonly string[] {
  if (conn === null) return ['POLLOUT', 'POLLHUP'];
  if (listens) return live.waiting(conn) > 0 ? ['POLLIN'] : [];
  const tcb = live.tcb(conn);
  const state = tcb?.state ?? 'CLOSED';
  const hasEnd = readerGone || AT_END.includes(state);
  const isOver = ['CLOSED', 'LAST-ACK', 'CLOSING', 'TIME-WAIT'].includes(state);
  return [
    ...((tcb?.in.length ?? 0) > 0 || hasEnd ? ['POLLIN'] : []),
    ...(CAN_SEND.includes(state) || isOver ? ['POLLOUT'] : []),
    ...(live.errorOf(conn) === null ? [] : ['POLLERR']),
    ...(isOver ? ['POLLHUP'] : []),
    ...(hasEnd ? ['POLLRDHUP'] : []),
  ];
}

/** Would a read find octets, or the end, at once? */
export function isReadable({ conn, readerGone }: Descriptor, live: Live): boolean {
  if (conn === null) return true;
  const tcb = live.tcb(conn);
  if (tcb === null || tcb.in.length > 0 || readerGone) return true;
  return AT_END.includes(tcb.state) || tcb.state === 'LISTEN';
}
