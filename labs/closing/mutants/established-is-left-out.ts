// killed by: fin-still-waits
// Of what ESTABLISHED does with an ACK only SND.UNA is kept up.
import { add, between, lt, type Check } from 'tcp';

export const finWait1Fin: Check = (tcb, _seg, act) => {
  tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
  act.signal('connection closing');
  act.ack();
  act.become('CLOSING');
  return 'stop';
};

export const closing: { ack: Check; text: Check; fin: Check } = {
  ack(tcb, seg, act) {
    if (between(tcb.snd.una, seg.ack, tcb.snd.nxt)) act.acknowledge(seg.ack);
    if (tcb.finSeq !== null && lt(tcb.finSeq, tcb.snd.una)) {
      act.become('TIME-WAIT');
      act.arm('TIME-WAIT', 2 * act.config.msl);
    }
    return 'stop';
  },
  text: () => 'continue',
  fin: () => 'stop',
};
