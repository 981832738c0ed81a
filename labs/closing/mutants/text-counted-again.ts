// killed by: crossed-fin-brings-text
// RCV.NXT moves over the text once more.
import { add, lt, segLen, stepsOf, type Check } from 'tcp';

export const finWait1Fin: Check = (tcb, seg, act) => {
  tcb.rcv.nxt = add(tcb.rcv.nxt, segLen(seg));
  act.signal('connection closing');
  act.ack();
  act.become('CLOSING');
  return 'stop';
};

export const closing: { ack: Check; text: Check; fin: Check } = {
  ack(tcb, seg, act) {
    if (stepsOf('ESTABLISHED').ack(tcb, seg, act) === 'stop') return 'stop';
    if (tcb.finSeq !== null && lt(tcb.finSeq, tcb.snd.una)) {
      act.become('TIME-WAIT');
      act.arm('TIME-WAIT', 2 * act.config.msl);
    }
    return 'stop';
  },
  text: () => 'continue',
  fin: () => 'stop',
};
