// killed by: fins-cross
// SEG.ACK is compared, and the FIN stays in the retransmission queue.
import { add, lt, type Check } from 'tcp';

export const finWait1Fin: Check = (tcb, _seg, act) => {
  tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
  act.signal('connection closing');
  act.ack();
  act.become('CLOSING');
  return 'stop';
};

export const closing: { ack: Check; text: Check; fin: Check } = {
  ack(tcb, seg, act) {
    if (tcb.finSeq !== null && lt(tcb.finSeq, seg.ack)) {
      act.become('TIME-WAIT');
      act.arm('TIME-WAIT', 2 * act.config.msl);
    }
    return 'stop';
  },
  text: () => 'continue',
  fin: () => 'stop',
};
