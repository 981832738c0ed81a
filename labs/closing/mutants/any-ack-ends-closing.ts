// killed by: old-ack-is-ignored
// Any ACK leads from CLOSING to TIME-WAIT.
import { add, stepsOf, type Check } from 'tcp';

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
    act.become('TIME-WAIT');
    act.arm('TIME-WAIT', 2 * act.config.msl);
    return 'stop';
  },
  text: () => 'continue',
  fin: () => 'stop',
};
