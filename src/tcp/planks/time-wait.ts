import type { Check, Handler } from '../learner.ts';

/*
 * TIME-WAIT: waiting until the peer surely has our last ACK, and until old segments have died.
 *   In: the peer's FIN in FIN-WAIT-2; the ACK of our FIN in CLOSING. Out: 2 MSL pass; a reset.
 *   Calls allowed: ABORT, STATUS.
 */

export const timeWait: { ack: Check; text: Check; fin: Check; timeout: Handler<'TIMEOUT'> } = {
  // RFC 9293 §3.10.7.4 fifth: all that can arrive is the peer's FIN, sent again because our ACK
  // was lost. A bare ACK draws no answer: two TIME-WAITs would acknowledge each other for ever.
  ack(_tcb, seg, act) {
    if (!seg.ctl.fin) {
      act.drop('nothing but a repeated FIN concerns TIME-WAIT', '3.10.7.4/5');
      return 'stop';
    }
    act.ack('3.10.7.4/5');
    act.arm('TIME-WAIT', 2 * act.config.msl, '3.10.7.4/8');
    return 'stop';
  },
  text: () => 'continue',
  fin: () => 'stop',
  // RFC 9293 §3.10.8.
  timeout(_tcb, _event, act) {
    act.become('CLOSED', '3.10.8');
  },
};
