import { add, lt, stepsOf, type Check, type Handler } from 'tcp';

/** CLOSE in ESTABLISHED, and again in FIN-WAIT-1 and FIN-WAIT-2 (RFC 9293 §3.10.4). */
export const close: Handler<'CLOSE'> = (tcb, _event, act) => {
  if (tcb.finQueued) return act.signal('connection closing');
  tcb.finQueued = true;
  // In any case, even if the FIN has to wait for the text before it.
  act.become('FIN-WAIT-1');
  act.transmit();
};

/** CLOSE in SYN-RECEIVED (§3.10.4). */
export const closeEarly: Handler<'CLOSE'> = (tcb, event, act) => {
  if (tcb.finQueued || tcb.out.length === 0) return close(tcb, event, act);
  // Text waits for ESTABLISHED, and CLOSE waits with it.
  tcb.finQueued = true;
};

/** The fifth and the seventh check in FIN-WAIT-1 (§3.10.7.4). */
export const finWait1: { ack: Check; text: Check } = {
  ack(tcb, seg, act) {
    if (stepsOf('ESTABLISHED').ack(tcb, seg, act) === 'stop') return 'stop';
    // The ACK may cover the text and not the FIN behind it, which may not even have left.
    if (tcb.finSeq !== null && lt(tcb.finSeq, tcb.snd.una)) {
      act.become('FIN-WAIT-2');
      act.signal('ok');
    }
    return 'continue';
  },
  text: (tcb, seg, act) => stepsOf('ESTABLISHED').text(tcb, seg, act),
};

/** The fifth, the seventh and the eighth check in FIN-WAIT-2 (§3.10.7.4). */
export const finWait2: { ack: Check; text: Check; fin: Check } = {
  ack: (tcb, seg, act) => stepsOf('ESTABLISHED').ack(tcb, seg, act),
  text: (tcb, seg, act) => stepsOf('ESTABLISHED').text(tcb, seg, act),
  fin(tcb, _seg, act) {
    tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
    act.signal('connection closing');
    act.ack();
    act.become('TIME-WAIT');
    act.arm('TIME-WAIT', 2 * act.config.msl);
    return 'stop';
  },
};
