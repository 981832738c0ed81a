import { add, between, leq, lt, type Act, type Check, type Handler, type Tcb } from 'tcp';

/** ESTABLISHED is written out once more; the FIN is sent by hand where it may leave at once. */
function windowAdmitsOneMore({ snd }: Tcb): boolean {
  return lt(snd.nxt, add(snd.una, snd.wnd));
}

function sendFin(tcb: Tcb, act: Act): void {
  act.send({ fin: true, ack: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt });
  tcb.snd.nxt = add(tcb.snd.nxt, 1);
}

export const close: Handler<'CLOSE'> = (tcb, _event, act) => {
  switch (tcb.state) {
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
      act.signal('connection closing');
      break;
    default:
      tcb.finQueued = true;
      act.become('FIN-WAIT-1');
      if (tcb.out.length === 0 && windowAdmitsOneMore(tcb)) sendFin(tcb, act);
      else act.transmit();
  }
};

export const closeEarly: Handler<'CLOSE'> = (tcb, event, act) => {
  const hasClosed = tcb.finQueued;
  const hasText = tcb.out.length !== 0;
  if (hasClosed) return act.signal('connection closing');
  if (!hasText) return close(tcb, event, act);
  tcb.finQueued = true;
};

const established: Check = (tcb, seg, act) => {
  if (lt(tcb.snd.nxt, seg.ack)) {
    act.ack();
    return 'stop';
  }
  if (between(tcb.snd.una, seg.ack, tcb.snd.nxt)) act.acknowledge(seg.ack);
  const { wl1, wl2, una } = tcb.snd;
  const isNewer = lt(wl1, seg.seq) || (wl1 === seg.seq && leq(wl2, seg.ack));
  if (leq(una, seg.ack) && isNewer) {
    tcb.snd = { ...tcb.snd, wnd: seg.wnd, wl1: seg.seq, wl2: seg.ack };
  }
  act.transmit();
  return 'continue';
};

const text: Check = (tcb, { data }, act) => {
  if (data.length > 0) {
    tcb.rcv.nxt = add(tcb.rcv.nxt, data.length);
    act.deliver(data);
    act.ack();
  }
  return 'continue';
};

export const finWait1: { ack: Check; text: Check } = {
  text,
  ack(tcb, seg, act) {
    if (established(tcb, seg, act) === 'stop') return 'stop';
    // All that was sent is acknowledged, and the FIN was among it.
    if (tcb.finSeq === null || tcb.snd.una !== tcb.snd.nxt) return 'continue';
    act.signal('ok');
    act.become('FIN-WAIT-2');
    return 'continue';
  },
};

export const finWait2: { ack: Check; text: Check; fin: Check } = {
  ack: established,
  text,
  fin(tcb, _seg, act) {
    act.become('TIME-WAIT');
    act.disarm('RETRANSMISSION');
    act.disarm('PERSIST');
    act.arm('TIME-WAIT', 2 * act.config.msl);
    act.ack();
    act.signal('connection closing');
    tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
    return 'stop';
  },
};
