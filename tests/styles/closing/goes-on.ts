import { add, between, leq, lt, type Check } from 'tcp';

/** ESTABLISHED is written out once more, and the ACK of the FIN is told by SEG.ACK. */
export const finWait1Fin: Check = (tcb, seg, act) => {
  // The FIN is the last number of the segment: text before it is counted already.
  tcb.rcv.nxt = add(add(seg.seq, seg.data.length), 1);
  act.ack();
  act.become('CLOSING');
  act.signal('connection closing');
  return 'continue';
};

export const closing: { ack: Check; text: Check; fin: Check } = {
  ack(tcb, seg, act) {
    const { snd, finSeq } = tcb;
    if (lt(snd.nxt, seg.ack)) {
      act.ack();
      return 'stop';
    }
    const isOfTheFin = finSeq !== null && seg.ack === add(finSeq, 1) && seg.ack === snd.nxt;
    if (between(snd.una, seg.ack, snd.nxt)) act.acknowledge(seg.ack);
    const isNewer = lt(snd.wl1, seg.seq) || (snd.wl1 === seg.seq && leq(snd.wl2, seg.ack));
    if (leq(tcb.snd.una, seg.ack) && isNewer) {
      tcb.snd.wnd = seg.wnd;
      tcb.snd.wl1 = seg.seq;
      tcb.snd.wl2 = seg.ack;
    }
    act.transmit();
    if (!isOfTheFin) return 'stop';
    act.become('TIME-WAIT');
    act.arm('TIME-WAIT', 2 * act.config.msl);
    return 'continue';
  },
  text: () => 'continue',
  fin: () => 'stop',
};
