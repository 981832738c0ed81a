import { between, stepsOf, type Act, type Segment, type Tcb, type Verdict } from 'tcp';

/** A class, with the whole state written at once where it can be. */
class Closing {
  ack(tcb: Tcb, seg: Segment, act: Act): Verdict {
    const { finSeq } = tcb;
    const verdict = stepsOf('ESTABLISHED').ack(tcb, seg, act);
    if (verdict === 'continue' && finSeq !== null && this.#passed(tcb, finSeq))
      this.#wait(tcb, act);
    return 'stop';
  }

  text(): Verdict {
    return 'stop';
  }

  fin(): Verdict {
    return 'stop';
  }

  /** Does SND.UNA lie behind the FIN, which is the last number that was sent? */
  #passed({ snd }: Tcb, finSeq: number): boolean {
    return between(finSeq, snd.una, snd.nxt);
  }

  #wait(tcb: Tcb, act: Act): void {
    tcb.state = 'TIME-WAIT';
    act.disarm('RETRANSMISSION');
    act.arm('TIME-WAIT', act.config.msl * 2);
  }
}

export const closing = new Closing();

export function finWait1Fin(tcb: Tcb, _seg: Segment, act: Act): Verdict {
  Object.assign(tcb, { state: 'CLOSING', rcv: { ...tcb.rcv, nxt: (tcb.rcv.nxt + 1) >>> 0 } });
  act.ack();
  act.signal('connection closing');
  return 'stop';
}
