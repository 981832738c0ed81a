import { leq, lt, type Act, type Segment, type StateSteps, type Tcb, type Verdict } from 'tcp';

/** A class with a method per check; what was queued is asked for last. */
class SynReceived implements StateSteps {
  private isOurs(tcb: Tcb, { ack }: Segment): boolean {
    return lt(tcb.snd.una, ack) && leq(ack, tcb.snd.nxt);
  }

  rst = (tcb: Tcb, _seg: Segment, act: Act): Verdict => {
    const isCall = tcb.openedBy === 'active';
    tcb.state = isCall ? 'CLOSED' : 'LISTEN';
    if (isCall) act.signal('connection refused');
    return 'stop';
  };

  syn = (tcb: Tcb, seg: Segment, act: Act): Verdict => {
    switch (tcb.openedBy) {
      case 'active': {
        const isAnswer = seg.ctl.ack && seg.seq === tcb.irs;
        if (!isAnswer) act.ack();
        return isAnswer ? 'continue' : 'stop';
      }
      default:
        act.become('LISTEN');
        return 'stop';
    }
  };

  ack = (tcb: Tcb, seg: Segment, act: Act): Verdict => {
    if (!this.isOurs(tcb, seg)) {
      act.send({ rst: true }, { seq: seg.ack });
      return 'stop';
    }
    act.acknowledge(seg.ack);
    tcb.snd = { ...tcb.snd, wnd: seg.wnd, wl1: seg.seq, wl2: seg.ack };
    act.signal('connection established');
    act.transmit();
    act.become('ESTABLISHED');
    if (tcb.finQueued) act.become('FIN-WAIT-1');
    return 'continue';
  };

  text = (): Verdict => 'continue';
  fin = (): Verdict => 'continue';
}

export const synReceived: StateSteps = new SynReceived();
