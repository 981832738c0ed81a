// killed by: window-is-taken
// SND.WL1 takes the ACK, and SND.WL2 the sequence number.
import { between, type StateSteps } from 'tcp';

export const synReceived: StateSteps = {
  rst(tcb, _seg, act) {
    if (tcb.openedBy === 'passive') {
      act.become('LISTEN');
    } else {
      act.signal('connection refused');
      act.become('CLOSED');
    }
    return 'stop';
  },
  syn(tcb, seg, act) {
    if (tcb.openedBy === 'passive') {
      act.become('LISTEN');
      return 'stop';
    }
    if (seg.ctl.ack && seg.seq === tcb.irs) return 'continue';
    act.ack();
    return 'stop';
  },
  ack(tcb, seg, act) {
    if (!between(tcb.snd.una, seg.ack, tcb.snd.nxt)) {
      act.reset(seg);
      return 'stop';
    }
    tcb.snd.wnd = seg.wnd;
    tcb.snd.wl1 = seg.ack;
    tcb.snd.wl2 = seg.seq;
    act.become('ESTABLISHED');
    act.signal('connection established');
    act.acknowledge(seg.ack);
    if (tcb.finQueued) act.become('FIN-WAIT-1');
    act.transmit();
    return 'continue';
  },
  text: () => 'continue',
  fin: () => 'continue',
};
