// killed by: large-write-is-cut-up
// All that the window admits leaves in one segment.
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

export const send: Handler<'SEND'> = (tcb, { data }, act) => {
  if (tcb.finQueued) return act.signal('connection closing');
  const queue = new Uint8Array([...tcb.out, ...data]);
  const room = add(add(tcb.snd.una, tcb.snd.wnd), -tcb.snd.nxt);
  const now = queue.subarray(0, room);
  tcb.out = queue.subarray(now.length);
  if (now.length === 0) return;
  const on = { ack: true, psh: tcb.out.length === 0 };
  act.send(on, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt, data: now });
  tcb.snd.nxt = add(tcb.snd.nxt, now.length);
};
