import { between, type StateSteps } from 'tcp';

/** Lets `goOn` do what is left, as SYN-SENT does. */
export const synReceived: StateSteps = {
  rst(tcb, _seg, act) {
    const passive = tcb.openedBy === 'passive';
    if (!passive) act.signal('connection refused');
    act.become(passive ? 'LISTEN' : 'CLOSED');
    return 'stop';
  },
  syn(tcb, seg, act) {
    const passive = tcb.openedBy === 'passive';
    if (passive) act.become('LISTEN');
    else if (seg.ctl.ack && seg.seq === tcb.irs) return 'continue';
    else act.ack();
    return 'stop';
  },
  ack(tcb, seg, act) {
    if (!between(tcb.snd.una, seg.ack, tcb.snd.nxt)) {
      act.reset(seg);
      return 'stop';
    }
    act.signal('connection established');
    act.acknowledge(seg.ack);
    tcb.snd.wnd = seg.wnd;
    tcb.snd.wl1 = seg.seq;
    tcb.snd.wl2 = seg.ack;
    act.become('ESTABLISHED');
    if (tcb.finQueued) act.become('FIN-WAIT-1');
    act.goOn(seg);
    return 'stop';
  },
  text: () => 'continue',
  fin: () => 'continue',
};
