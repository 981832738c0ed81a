// killed by: wrong-ack-draws-reset
// 'stop' is missing: a wrong ACK draws a reset, and opens the connection.
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
    }
    tcb.snd.wnd = seg.wnd;
    tcb.snd.wl1 = seg.seq;
    tcb.snd.wl2 = seg.ack;
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
