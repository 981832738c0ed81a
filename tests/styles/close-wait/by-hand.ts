import {
  add,
  between,
  leq,
  lt,
  type Act,
  type Check,
  type Handler,
  type Segment,
  type Tcb,
} from 'tcp';

/* Every segment and every number by hand; nothing is asked of ESTABLISHED. */

function takeAck(tcb: Tcb, seg: Segment, act: Act): boolean {
  const { una, nxt, wl1, wl2 } = tcb.snd;
  if (lt(nxt, seg.ack)) {
    act.ack();
    return false;
  }
  if (between(una, seg.ack, nxt)) act.acknowledge(seg.ack);
  const isNewer = lt(wl1, seg.seq) || (wl1 === seg.seq && leq(wl2, seg.ack));
  if (leq(una, seg.ack) && isNewer) {
    Object.assign(tcb.snd, { wnd: seg.wnd, wl1: seg.seq, wl2: seg.ack });
  }
  act.transmit();
  return true;
}

export const establishedFin: Check = (tcb, _seg, act) => {
  tcb.rcv.nxt = (tcb.rcv.nxt + 1) >>> 0;
  tcb.state = 'CLOSE-WAIT';
  act.ack();
  act.signal('connection closing');
  return 'stop';
};

export const closeWait = {
  ack: ((tcb, seg, act) => (takeAck(tcb, seg, act) ? 'continue' : 'stop')) satisfies Check,
  text: (() => 'continue') satisfies Check,
  fin: ((_tcb, _seg, act) => {
    act.ack();
    return 'stop';
  }) satisfies Check,
  close: ((tcb, _event, act) => {
    if (tcb.finQueued) {
      act.signal('connection closing');
      return;
    }
    tcb.finQueued = true;
    const hasRoom = lt(tcb.snd.nxt, add(tcb.snd.una, tcb.snd.wnd));
    if (tcb.out.length > 0 || !hasRoom) return act.transmit();
    act.send({ fin: true, ack: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt });
    tcb.snd.nxt = add(tcb.snd.nxt, 1);
    tcb.state = 'LAST-ACK';
  }) satisfies Handler<'CLOSE'>,
};

export const lastAck = {
  ack: ((tcb, seg, act) => {
    if (!takeAck(tcb, seg, act)) return 'stop';
    if (tcb.rtx.length > 0) return 'continue';
    act.become('CLOSED');
    return 'stop';
  }) satisfies Check,
  text: closeWait.text,
  fin: closeWait.fin,
};
