import { add, lt, stepsOf, type Check, type Handler } from '../learner.ts';

/*
 * FIN-WAIT-1: our FIN is on its way and not acknowledged.
 * FIN-WAIT-2: our FIN is acknowledged; the peer may go on sending.
 *   In: CLOSE in ESTABLISHED or SYN-RECEIVED. Out: the peer's FIN.
 *   Calls allowed: RECEIVE, ABORT, STATUS. SEND and a second CLOSE: "connection closing".
 */

/** RFC 9293 §3.10.4, CLOSE in ESTABLISHED, and again in FIN-WAIT-1 and FIN-WAIT-2. */
export const close: Handler<'CLOSE'> = (tcb, _event, act) => {
  if (tcb.finQueued) return act.signal('connection closing', '3.10.4');
  tcb.finQueued = true;
  act.become('FIN-WAIT-1', '3.10.4');
  act.transmit('3.10.4');
};

/** RFC 9293 §3.10.4, CLOSE in SYN-RECEIVED: at once if nothing waits to be sent, else later. */
export const closeEarly: Handler<'CLOSE'> = (tcb, event, act) => {
  if (tcb.finQueued || tcb.out.length === 0) return close(tcb, event, act);
  tcb.finQueued = true;
};

export const finWait1: { ack: Check; text: Check } = {
  ack(tcb, seg, act) {
    if (stepsOf('ESTABLISHED').ack(tcb, seg, act) === 'stop') return 'stop';
    // Our FIN is acknowledged once SND.UNA has passed its number.
    if (tcb.finSeq !== null && lt(tcb.finSeq, tcb.snd.una)) {
      act.become('FIN-WAIT-2', '3.10.7.4/5');
      act.signal('ok', '3.10.7.4/5');
    }
    return 'continue';
  },
  text: (tcb, seg, act) => stepsOf('ESTABLISHED').text(tcb, seg, act),
};

export const finWait2: { ack: Check; text: Check; fin: Check } = {
  ack: (tcb, seg, act) => stepsOf('ESTABLISHED').ack(tcb, seg, act),
  text: (tcb, seg, act) => stepsOf('ESTABLISHED').text(tcb, seg, act),
  // Eighth check: RCV.NXT moves over the FIN, which is acknowledged.
  fin(tcb, _seg, act) {
    tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
    act.signal('connection closing', '3.10.7.4/8');
    act.cite('MUST-12');
    act.ack('3.10.7.4/8');
    act.become('TIME-WAIT', '3.10.7.4/8');
    act.disarm('RETRANSMISSION', '3.10.7.4/8');
    act.arm('TIME-WAIT', 2 * act.config.msl, 'MUST-13');
    return 'stop';
  },
};
