// killed by: wait-follows-the-msl
// TIME-WAIT lasts four minutes on every host.
import { add, lt, stepsOf, type Check } from 'tcp';

export const finWait1Fin: Check = (tcb, _seg, act) => {
  tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
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
      act.arm('TIME-WAIT', 240_000);
    }
    return 'stop';
  },
  text: () => 'continue',
  fin: () => 'stop',
};
