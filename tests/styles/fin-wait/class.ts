import { stepsOf, type Act, type Segment, type Tcb, type Verdict } from 'tcp';

/** Classes that inherit, and a set of what is left to be done. */
class HalfClosed {
  ack(tcb: Tcb, seg: Segment, act: Act): Verdict {
    return stepsOf('ESTABLISHED').ack(tcb, seg, act);
  }

  text(tcb: Tcb, seg: Segment, act: Act): Verdict {
    return stepsOf('ESTABLISHED').text(tcb, seg, act);
  }
}

class FinWait1 extends HalfClosed {
  override ack(tcb: Tcb, seg: Segment, act: Act): Verdict {
    const verdict = super.ack(tcb, seg, act);
    if (verdict === 'stop') return verdict;
    if (this.#finHasArrived(tcb)) {
      act.become('FIN-WAIT-2');
      act.signal('ok');
    }
    return verdict;
  }

  /** The FIN is the last that was sent: nothing waits any more for its ACK, and nothing waits to leave. */
  #finHasArrived({ finSeq, rtx }: Tcb): boolean {
    return finSeq !== null && rtx.length === 0;
  }
}

class FinWait2 extends HalfClosed {
  fin(tcb: Tcb, _seg: Segment, act: Act): Verdict {
    tcb.rcv.nxt = (tcb.rcv.nxt + 1) >>> 0;
    act.ack();
    act.signal('connection closing');
    act.arm('TIME-WAIT', 2 * act.config.msl);
    tcb.state = 'TIME-WAIT';
    return 'stop';
  }
}

export const finWait1 = new FinWait1();
export const finWait2 = new FinWait2();

export const close = (tcb: Tcb, _event: object, act: Act): void => {
  const todo = new Set(['state', 'fin', 'error']);
  if (tcb.finQueued) todo.clear();
  else todo.delete('error');
  if (todo.size === 0) return act.signal('connection closing');
  tcb.finQueued = true;
  tcb.state = 'FIN-WAIT-1';
  act.transmit();
};

export const closeEarly = (tcb: Tcb, event: object, act: Act): void => {
  const waits = !tcb.finQueued && tcb.out.length > 0;
  if (waits) tcb.finQueued = true;
  else close(tcb, event, act);
};
