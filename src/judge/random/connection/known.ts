import { add, distance, type Seq, type Tcb } from '#tcp';
import type { AckPlace, SeqPlace } from './tables.ts';

/** The numbers of a connection as its peer may know them, also when it is gone. */
export interface Known {
  iss: Seq;
  una: Seq;
  nxt: Seq;
  irs: Seq;
  rcvNxt: Seq;
  rcvWnd: number;
}

/** Takes the numbers that a TCB has; those of the peer only when it has heard of one. */
export function learn(known: Known, { state, iss, irs, snd, rcv }: Readonly<Tcb>): void {
  if (state === 'LISTEN') return;
  known.iss = iss;
  known.una = snd.una;
  known.nxt = snd.nxt;
  if (state === 'SYN-SENT') return;
  known.irs = irs;
  known.rcvNxt = rcv.nxt;
  known.rcvWnd = rcv.wnd;
}

/** The sequence number at a place. A SYN that opens a connection counts from the peer's ISN. */
export function seqAt({ from, by }: SeqPlace, known: Known, opens: boolean): Seq {
  const { irs, rcvNxt, rcvWnd } = known;
  const base = opens || from === 'irs' ? irs : from === 'edge' ? add(rcvNxt, rcvWnd) : rcvNxt;
  return ordered(add(base, by), [irs, rcvNxt, add(rcvNxt, rcvWnd)]);
}

/** The acknowledgment number at a place. */
export function ackAt({ from, by }: AckPlace, known: Known): Seq {
  const { iss, una, nxt } = known;
  return ordered(from === 'zero' ? by : add(known[from], by), [iss, una, nxt]);
}

/** Numbers half a ring apart have no order: whoever compares such two is right either way. */
function ordered(n: Seq, others: readonly Seq[]): Seq {
  return others.some((other) => distance(n, other) === 2 ** 31) ? add(n, 3) : n;
}
