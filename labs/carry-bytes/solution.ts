import { add, between, leq, lt, type Check, type Handler, type Piece, type Seq } from 'tcp';

/** What is new of a piece's text (RFC 9293 §3.10.7.4, first check). */
export function trim(piece: Piece, rcvNxt: Seq): Uint8Array | null {
  // It begins later: octets before it are missing.
  if (lt(rcvNxt, piece.seq)) return null;
  const old = add(rcvNxt, -piece.seq);
  return piece.data.subarray(old);
}

/** The fifth and the seventh check in ESTABLISHED (RFC 9293 §3.10.7.4). */
export const established: { ack: Check; text: Check } = {
  ack(tcb, seg, act) {
    // It acknowledges what was never sent.
    if (lt(tcb.snd.nxt, seg.ack)) {
      act.ack();
      return 'stop';
    }
    // It acknowledges something new.
    if (between(tcb.snd.una, seg.ack, tcb.snd.nxt)) act.acknowledge(seg.ack);

    // An old segment does not set the window: WL1 and WL2 tell which one set it last.
    const isNewer =
      lt(tcb.snd.wl1, seg.seq) || (tcb.snd.wl1 === seg.seq && leq(tcb.snd.wl2, seg.ack));
    if (leq(tcb.snd.una, seg.ack) && isNewer) {
      tcb.snd.wnd = seg.wnd;
      tcb.snd.wl1 = seg.seq;
      tcb.snd.wl2 = seg.ack;
    }
    // There may be room now for what waits.
    act.transmit();
    return 'continue';
  },

  text(tcb, seg, act) {
    if (seg.data.length === 0) return 'continue';
    tcb.rcv.nxt = add(tcb.rcv.nxt, seg.data.length);
    act.deliver(seg.data);
    act.ack();
    return 'continue';
  },
};

/** SEND in ESTABLISHED and CLOSE-WAIT (RFC 9293 §3.10.2). */
export const send: Handler<'SEND'> = (tcb, { data }, act) => {
  if (tcb.finQueued) return act.signal('connection closing');
  tcb.out = new Uint8Array([...tcb.out, ...data]);
  act.transmit();
};
