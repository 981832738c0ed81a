import {
  add,
  between,
  leq,
  lt,
  type Check,
  type Handler,
  type Piece,
  type Seq,
} from '../learner.ts';

/*
 * ESTABLISHED: an open connection; data can flow both ways.
 *   In: SYN,ACK in SYN-SENT; ACK in SYN-RECEIVED. Out: CLOSE, FIN, RST.
 *   Calls allowed: all but OPEN.
 */

/** RFC 9293 §3.10.7.4 fifth check, ESTABLISHED. */
const ack: Check = (tcb, seg, act) => {
  if (lt(tcb.snd.nxt, seg.ack)) {
    act.ack('3.10.7.4/5');
    act.drop('an ACK for something not yet sent', '3.10.7.4/5');
    return 'stop';
  }
  if (between(tcb.snd.una, seg.ack, tcb.snd.nxt)) act.acknowledge(seg.ack, '3.10.7.4/5');

  // An old segment must not set the window back: WL1 and WL2 remember which one set it last.
  const newer = lt(tcb.snd.wl1, seg.seq) || (tcb.snd.wl1 === seg.seq && leq(tcb.snd.wl2, seg.ack));
  if (leq(tcb.snd.una, seg.ack) && newer) {
    tcb.snd.wnd = seg.wnd;
    tcb.snd.wl1 = seg.seq;
    tcb.snd.wl2 = seg.ack;
  }
  act.transmit('3.10.2');
  return 'continue';
};

/**
 * RFC 9293 §3.10.7.4 first check: only what is new of a segment is processed. What begins after
 * RCV.NXT has to wait.
 */
export function trim({ seq, data }: Piece, rcvNxt: Seq): Uint8Array | null {
  return lt(rcvNxt, seq) ? null : data.subarray((rcvNxt - seq) >>> 0);
}

/** RFC 9293 §3.10.7.4 seventh check. The segment is trimmed: it begins at RCV.NXT. */
const text: Check = (tcb, seg, act) => {
  if (seg.data.length === 0) return 'continue';
  tcb.rcv.nxt = add(tcb.rcv.nxt, seg.data.length);
  act.deliver(seg.data, '3.10.7.4/7');
  act.ack('3.10.7.4/7');
  return 'continue';
};

export const established = { ack, text };

/** RFC 9293 §3.10.2, SEND in ESTABLISHED and CLOSE-WAIT. */
export const send: Handler<'SEND'> = (tcb, { data }, act) => {
  if (tcb.finQueued) return act.signal('connection closing', '3.10.2');
  const out = new Uint8Array(tcb.out.length + data.length);
  out.set(tcb.out);
  out.set(data, tcb.out.length);
  tcb.out = out;
  act.transmit('3.10.2');
};
