import { add, lt, stepsOf, type Check } from 'tcp';

/** The peer's FIN in FIN-WAIT-1, the eighth check (RFC 9293 §3.10.7.4): ours is not acknowledged. */
export const finWait1Fin: Check = (tcb, _seg, act) => {
  tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
  act.signal('connection closing');
  act.ack();
  act.become('CLOSING');
  return 'stop';
};

/** The last three checks in CLOSING (§3.10.7.4). */
export const closing: { ack: Check; text: Check; fin: Check } = {
  ack(tcb, seg, act) {
    if (stepsOf('ESTABLISHED').ack(tcb, seg, act) === 'stop') return 'stop';
    if (tcb.finSeq !== null && lt(tcb.finSeq, tcb.snd.una)) {
      act.become('TIME-WAIT');
      act.arm('TIME-WAIT', 2 * act.config.msl);
    }
    // Either way nothing else of the segment counts: the peer has said all it had to say.
    return 'stop';
  },
  text: () => 'continue',
  fin: () => 'stop',
};
