import { add, stepsOf, type Act, type Check, type Segment, type Tcb, type Verdict } from 'tcp';

/** One function for all, which switches on state and step. */
type Step = 'ack' | 'text' | 'fin' | 'close';
function passive(step: Step, tcb: Tcb, seg: Segment | null, act: Act): Verdict {
  switch (`${tcb.state} ${step}`) {
    case 'ESTABLISHED fin':
      tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
      act.signal('connection closing');
      act.become('CLOSE-WAIT');
      act.ack();
      return 'stop';
    case 'CLOSE-WAIT ack':
      return seg ? stepsOf('ESTABLISHED').ack(tcb, seg, act) : 'stop';
    case 'LAST-ACK ack': {
      const v = established(tcb, seg as Segment, act);
      if (v === 'continue' && tcb.snd.una === tcb.snd.nxt) act.become('CLOSED');
      return tcb.state === 'CLOSED' ? 'stop' : v;
    }
    case 'CLOSE-WAIT close':
      if (!tcb.finQueued) {
        tcb.finQueued = true;
        act.transmit();
      } else act.signal('connection closing');
      return 'stop';
    case 'CLOSE-WAIT fin':
    case 'LAST-ACK fin':
      act.ack();
      return 'stop';
    default:
      return 'continue';
  }
}
const established = (t: Tcb, s: Segment, a: Act) => stepsOf('ESTABLISHED').ack(t, s, a);
const of =
  (step: Step): Check =>
  (t, s, a) =>
    passive(step, t, s, a);
export const establishedFin = of('fin');
const three = { ack: of('ack'), text: of('text'), fin: of('fin') };
export const closeWait = {
  ...three,
  close: (t: Tcb, _e: unknown, a: Act): void => void passive('close', t, null, a),
};
export const lastAck = three;
