// killed by: fin-leaves-when-there-is-room
// Nothing is sent if no text waits, though a FIN may.
import { add, between, leq, lt, type Check, type Handler, type Piece, type Seq } from 'tcp';

export function trim(piece: Piece, rcvNxt: Seq): Uint8Array | null {
  if (lt(rcvNxt, piece.seq)) return null;
  const old = add(rcvNxt, -piece.seq);
  return piece.data.subarray(old);
}

export const established: { ack: Check; text: Check } = {
  ack(tcb, seg, act) {
    if (lt(tcb.snd.nxt, seg.ack)) {
      act.ack();
      return 'stop';
    }
    if (between(tcb.snd.una, seg.ack, tcb.snd.nxt)) act.acknowledge(seg.ack);

    const isNewer =
      lt(tcb.snd.wl1, seg.seq) || (tcb.snd.wl1 === seg.seq && leq(tcb.snd.wl2, seg.ack));
    if (leq(tcb.snd.una, seg.ack) && isNewer) {
      tcb.snd.wnd = seg.wnd;
      tcb.snd.wl1 = seg.seq;
      tcb.snd.wl2 = seg.ack;
    }
    if (tcb.out.length > 0) act.transmit();
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

export const send: Handler<'SEND'> = (tcb, { data }, act) => {
  if (tcb.finQueued) return act.signal('connection closing');
  tcb.out = new Uint8Array([...tcb.out, ...data]);
  act.transmit();
};
