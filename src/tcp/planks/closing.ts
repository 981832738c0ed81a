import { add, lt, stepsOf, type Check } from '../learner.ts';

/*
 * CLOSING: both FINs crossed; the peer's is taken, ours is not acknowledged.
 *   In: FIN in FIN-WAIT-1. Out: the ACK of our FIN. Calls allowed: ABORT, STATUS.
 */

/** RFC 9293 §3.10.7.4 eighth check, FIN-WAIT-1: the fifth has found our FIN not acknowledged. */
export const finWait1Fin: Check = (tcb, _seg, act) => {
  tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
  act.signal('connection closing', '3.10.7.4/8');
  act.cite('MUST-12');
  act.ack('3.10.7.4/8');
  act.become('CLOSING', '3.10.7.4/8');
  return 'stop';
};

/** RFC 9293 §3.10.7.4, CLOSING. */
export const closing: { ack: Check; text: Check; fin: Check } = {
  ack(tcb, seg, act) {
    if (stepsOf('ESTABLISHED').ack(tcb, seg, act) === 'stop') return 'stop';
    if (tcb.finSeq === null || !lt(tcb.finSeq, tcb.snd.una)) return 'stop';
    act.become('TIME-WAIT', '3.10.7.4/5');
    act.disarm('RETRANSMISSION', '3.10.7.4/5');
    act.arm('TIME-WAIT', 2 * act.config.msl, 'MUST-13');
    return 'stop';
  },
  text: () => 'continue',
  fin: () => 'stop',
};
