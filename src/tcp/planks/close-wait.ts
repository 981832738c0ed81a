import { add, lt, stepsOf, type Check, type Handler } from '../learner.ts';

/*
 * CLOSE-WAIT: the peer has closed its direction; we may go on sending until our user closes.
 * LAST-ACK: both FINs are sent; ours is not acknowledged.
 *   In: the peer's FIN, in ESTABLISHED. Out: CLOSE, then the ACK of our FIN.
 *   Calls allowed in CLOSE-WAIT: SEND, RECEIVE of what is on hand, CLOSE, ABORT, STATUS.
 */

/** RFC 9293 §3.10.7.4 eighth check, ESTABLISHED: the peer has no more to say. */
export const establishedFin: Check = (tcb, _seg, act) => {
  tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
  act.signal('connection closing', '3.10.7.4/8');
  act.cite('MUST-12');
  act.ack('3.10.7.4/8');
  act.become('CLOSE-WAIT', '3.10.7.4/8');
  return 'stop';
};

/**
 * A FIN right behind the peer's FIN is answered, and the state stays (§3.10.7.4 eighth). RCV.NXT
 * stays as well: nothing can follow the end of the stream.
 */
const answerFin: Check = (_tcb, _seg, act) => {
  act.ack('3.10.7.4/8');
  return 'stop';
};

export const closeWait: { ack: Check; text: Check; fin: Check; close: Handler<'CLOSE'> } = {
  ack: (tcb, seg, act) => stepsOf('ESTABLISHED').ack(tcb, seg, act),
  text: () => 'continue',
  fin: answerFin,
  // RFC 9293 §3.10.4: LAST-ACK is entered when the FIN leaves, after all queued octets.
  close(tcb, _event, act) {
    if (tcb.finQueued) return act.signal('connection closing', '3.10.4');
    tcb.finQueued = true;
    act.transmit('3.10.4');
  },
};

export const lastAck: { ack: Check; text: Check; fin: Check } = {
  ack(tcb, seg, act) {
    if (stepsOf('ESTABLISHED').ack(tcb, seg, act) === 'stop') return 'stop';
    if (tcb.finSeq === null || !lt(tcb.finSeq, tcb.snd.una)) return 'continue';
    act.become('CLOSED', '3.10.7.4/5');
    return 'stop';
  },
  text: () => 'continue',
  fin: answerFin,
};
