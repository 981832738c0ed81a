import { leq, lt, type StateSteps } from 'tcp';

/** Goes straight to the state where all ends, as an edge of Figure 5 does, and asks to send first. */
export const synReceived: StateSteps = {
  rst({ openedBy }, _seg, { become, signal }) {
    if (openedBy === 'active') signal('connection refused');
    become(openedBy === 'active' ? 'CLOSED' : 'LISTEN');
    return 'continue';
  },
  syn(tcb, seg, act) {
    switch (true) {
      case tcb.openedBy === 'passive':
        act.become('LISTEN');
        return 'continue';
      case seg.seq === tcb.irs && seg.ctl.ack:
        return 'continue';
      default:
        act.send({ ack: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt });
        return 'stop';
    }
  },
  ack(tcb, seg, act) {
    const { snd } = tcb;
    if (!(lt(snd.una, seg.ack) && leq(seg.ack, snd.nxt))) {
      act.send({ rst: true }, { seq: seg.ack });
      return 'stop';
    }
    act.transmit();
    act.become(tcb.finQueued ? 'FIN-WAIT-1' : 'ESTABLISHED');
    [snd.wnd, snd.wl1, snd.wl2] = [seg.wnd, seg.seq, seg.ack];
    act.acknowledge(seg.ack);
    act.signal('connection established');
    return 'continue';
  },
  text: () => 'stop',
  fin: () => 'stop',
};
