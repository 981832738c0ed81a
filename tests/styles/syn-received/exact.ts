import { add, type Act, type Segment, type StateSteps, type Tcb, type Verdict } from 'tcp';

/** Only one number can be right, ISS+1; small functions; the window as soon as the ACK is known to be right. */
const isAnswer = (tcb: Tcb, seg: Segment): boolean => seg.ack === add(tcb.iss, 1);

function leave(tcb: Tcb, act: Act): Verdict {
  if (tcb.openedBy === 'passive') {
    act.become('LISTEN');
    tcb.openedBy = null;
    return 'stop';
  }
  act.signal('connection refused');
  act.become('CLOSED');
  return 'stop';
}

export const synReceived: StateSteps = {
  rst: (tcb, _seg, act) => leave(tcb, act),
  syn(tcb, seg, act) {
    if (tcb.openedBy === 'passive') return leave(tcb, act);
    if (seg.ctl.ack && seg.seq === tcb.irs) return 'continue';
    act.ack();
    return 'stop';
  },
  ack(tcb, seg, act) {
    if (isAnswer(tcb, seg)) {
      const { wnd, seq: wl1, ack: wl2 } = seg;
      tcb.snd = { ...tcb.snd, wnd, wl1, wl2 };
      act.become('ESTABLISHED');
      act.acknowledge(seg.ack);
      act.signal('connection established');
      if (tcb.finQueued) act.become('FIN-WAIT-1');
      act.transmit();
      return 'continue';
    }
    act.reset(seg);
    return 'stop';
  },
  text: () => 'stop',
  fin: () => 'stop',
};
