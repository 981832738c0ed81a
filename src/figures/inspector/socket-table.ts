import { distance } from '#tcp/seq.ts';
import type { State } from '#tcp';
import type { Translator } from '#text/text.ts';
import { stateName } from '../ladder/names.ts';
import { escapeText } from '../ladder/svg.ts';
import { nobody, socketName } from './socket-name.ts';
import type { SocketSource } from './sockets-at.ts';
import { lengthOf } from './tcb-fields.ts';

/** A line of the socket table. */
export interface SocketRow {
  readonly conn: string;
  readonly state: State | null;
  /** The state as the table writes it: as the RFC does, or as `ss` does. */
  readonly name: string;
  /** Octets that nobody has read; of a listener, connections that nobody has accepted. */
  readonly recvQ: string;
  /** Octets that the peer has not acknowledged; of a listener, its backlog. */
  readonly sendQ: string;
  readonly local: string;
  readonly peer: string;
}

export interface SocketRowsOptions {
  /** `SYN-RECV`, `ESTAB` instead of the RFC's names. */
  readonly spelling?: 'rfc' | 'ss';
}

/** The states in which the peer's FIN takes a number that the reader has to fetch. */
const ENDED: ReadonlySet<State> = new Set(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK']);

/**
 * The sockets of a host with the numbers that `ss` would show. Linux counts SYN and FIN among them:
 * Send-Q is 1 while a FIN is unanswered, Recv-Q 1 until the reader has seen the end of file. Of a
 * TIME-WAIT and of a connection that a listener has not finished it keeps no queues: 0 and 0.
 */
export function socketRows(
  sockets: readonly SocketSource[],
  t: Translator,
  { spelling = 'rfc' }: SocketRowsOptions = {},
): readonly SocketRow[] {
  return sockets.map((socket) => {
    const { conn, state, local, remote } = socket;
    const queues = queuesOf(socket);
    const [recvQ, sendQ] = queues.map((n) => (n === null ? t('inspector.queue.none') : String(n)));
    const own = spelling === 'ss' && state !== null && t.has(`inspector.ss.${state}`);
    return {
      ...{ conn, state, recvQ: recvQ ?? '', sendQ: sendQ ?? '', local: socketName(local) },
      name: own ? t(`inspector.ss.${state}`) : stateName(state, false, t),
      peer: remote === null ? nobody(local) : socketName(remote),
    };
  });
}

/** Recv-Q and Send-Q; `null` where there is nothing to count, or nobody knows it. */
function queuesOf(socket: SocketSource): readonly [number | null, number | null] {
  const { state, tcb, listener, endRead } = socket;
  if (state === 'LISTEN') return [listener?.waiting ?? 0, listener?.backlog ?? null];
  if (tcb === null) return [null, null];
  const isHalfOpen = state === 'SYN-RECEIVED' && tcb.openedBy !== 'active';
  if (state === 'TIME-WAIT' || isHalfOpen) return [0, 0];
  const end = state !== null && ENDED.has(state) && !endRead ? 1 : 0;
  const fin = tcb.finQueued && tcb.finSeq === null ? 1 : 0;
  const sent = distance(tcb.snd.una, tcb.snd.nxt);
  return [lengthOf(tcb.in) + end, lengthOf(tcb.out) + sent + fin];
}

/** The rows as a table. An address may break before its port. */
export function socketsHtml(
  rows: readonly SocketRow[],
  t: Translator,
  { caption }: { readonly caption: string },
): string {
  const columns = (['state', 'recvQ', 'sendQ', 'local', 'peer'] as const).map((column) => {
    const number = column === 'recvQ' || column === 'sendQ' ? ' class="num"' : '';
    return `<th scope="col"${number}>${escapeText(t(`inspector.socket.${column}`))}</th>`;
  });
  const lines = rows.map(
    ({ conn, name, recvQ, sendQ, local, peer }) =>
      `<tr data-conn="${escapeText(conn)}"><th scope="row" class="state">${escapeText(name)}</th>` +
      `<td class="num">${escapeText(recvQ)}</td><td class="num">${escapeText(sendQ)}</td>` +
      `<td>${breakable(local)}</td><td>${breakable(peer)}</td></tr>`,
  );
  const none = `<tr><td colspan="5" class="none">${escapeText(t('inspector.socket.none'))}</td></tr>`;
  return [
    `<table class="inspector sockets"><caption>${escapeText(caption)}</caption>`,
    `<thead><tr>${columns.join('')}</tr></thead>`,
    `<tbody>${lines.length === 0 ? none : lines.join('')}</tbody></table>`,
  ].join('');
}

/** A socket that may be parted before its port. */
function breakable(socket: string): string {
  return escapeText(socket).replace(/:(?=[^:\]]*$)/, '<wbr>:');
}
