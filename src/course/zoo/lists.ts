import { socketRows } from '#figures/inspector/socket-table.ts';
import type { SocketSource } from '#figures/inspector/sockets-at.ts';
import { nobody, socketName } from '#figures/inspector/socket-name.ts';
import type { Endpoint, State, Tcb } from '#tcp';
import type { Translator } from '#text/text.ts';
import { SPELLINGS } from '../atlas/spellings.ts';

/** The tools whose listings we can write. */
export const TOOLS = ['ss', 'netstat', 'proc'] as const;
export type Tool = (typeof TOOLS)[number];

/** A socket as a tool of Linux sees it. */
interface Line {
  readonly state: State;
  readonly recvQ: number;
  readonly sendQ: number;
  readonly local: Endpoint;
  readonly remote: Endpoint | null;
  readonly timer: { readonly kind: 'on' | 'timewait'; readonly left: number } | null;
}

/** What runs of a connection's timers, and how long it still runs at `now`, ms. */
function timerOf({ timers }: Tcb, now: number): Line['timer'] {
  const wait = timers['TIME-WAIT'] ?? timers['FIN-WAIT-2'];
  if (wait !== undefined) return { kind: 'timewait', left: wait - now };
  const again = timers.RETRANSMISSION;
  return again === undefined ? null : { kind: 'on', left: again - now };
}

function linesOf(sockets: readonly SocketSource[], now: number, t: Translator): readonly Line[] {
  const rows = socketRows(sockets, t);
  return sockets.flatMap(({ state, local, remote, tcb }, i) => {
    const row = rows[i];
    if (state === null || row === undefined) return [];
    const queues = { recvQ: Number(row.recvQ), sendQ: Number(row.sendQ) };
    return [{ state, ...queues, local, remote, timer: tcb && timerOf(tcb, now) }];
  });
}

/** A time as iproute2 writes it: `59sec`, `1.200ms`, `230ms`. */
function timeOf(ms: number): string {
  const [seconds, rest] = [Math.floor(ms / 1000), Math.floor(ms % 1000)];
  const thousandths = `${String(rest).padStart(3, '0')}ms`;
  if (seconds === 0) return thousandths;
  return seconds > 9 || rest === 0 ? `${seconds}sec` : `${seconds}.${thousandths}`;
}

/** `ss -tano`: the columns with one space between them. */
function ss(lines: readonly Line[]): string {
  const head = ['State', 'Recv-Q', 'Send-Q', 'Local Address:Port', 'Peer Address:Port', 'Process'];
  const body = lines.map(({ state, recvQ, sendQ, local, remote, timer }) => [
    SPELLINGS[state].ss,
    String(recvQ),
    String(sendQ),
    socketName(local),
    remote === null ? nobody(local) : socketName(remote),
    timer === null ? '' : `timer:(${timer.kind},${timeOf(timer.left)},0)`,
  ]);
  return inColumns([head, ...body], [false, false, false, true, true, false]);
}

/** `netstat -tan`: the state is the last column. */
function netstat(lines: readonly Line[]): string {
  const head = ['Proto', 'Recv-Q', 'Send-Q', 'Local Address', 'Foreign Address', 'State'];
  const body = lines.map(({ state, recvQ, sendQ, local, remote }) => [
    'tcp',
    String(recvQ),
    // Only ss says of a listener how many may wait.
    String(state === 'LISTEN' ? 0 : sendQ),
    socketName(local),
    remote === null ? nobody(local) : socketName(remote),
    SPELLINGS[state].netstat,
  ]);
  return inColumns([head, ...body], [false, true, true, false, false, false]);
}

/** `/proc/net/tcp` up to the timer: numbers in hexadecimal, addresses with their octets backwards. */
function proc(lines: readonly Line[]): string {
  const hex = (value: number, digits: number) =>
    Math.max(0, value).toString(16).toUpperCase().padStart(digits, '0');
  const address = ({ address: text, port }: Endpoint) =>
    `${text
      .split('.')
      .reverse()
      .map((octet) => hex(Number(octet), 2))
      .join('')}:${hex(port, 4)}`;
  const body = lines.map(({ state, recvQ, sendQ, local, remote, timer }, i) => {
    const queues = `${hex(state === 'LISTEN' ? 0 : sendQ, 8)}:${hex(recvQ, 8)}`;
    const kind = timer === null ? '00' : timer.kind === 'on' ? '01' : '03';
    const when = `${kind}:${hex(timer === null ? 0 : Math.round(timer.left / 10), 8)}`;
    const peer = remote === null ? '00000000:0000' : address(remote);
    return [`${i}:`, address(local), peer, SPELLINGS[state].proc, queues, when];
  });
  const head = ['sl', 'local_address', 'rem_address', 'st', 'tx_queue:rx_queue', 'tr:tm->when'];
  return inColumns([head, ...body], [true, false, false, false, false, false]);
}

/** Rows with their cells in columns; `right`: the column is set flush right. */
function inColumns(rows: readonly string[][], right: readonly boolean[]): string {
  const widths = right.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (right[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join(' ')
        .trimEnd(),
    )
    .join('\n');
}

const WRITERS = { ss, netstat, proc } as const;

/**
 * The sockets of a simulated host as a tool of Linux would list them at `now` (ms of the run): its
 * columns and spellings, with less room between them.
 */
export function listed(
  tool: Tool,
  sockets: readonly SocketSource[],
  now: number,
  t: Translator,
): string {
  return WRITERS[tool](linesOf(sockets, now, t));
}
