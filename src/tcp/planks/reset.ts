import { stepsOf, type Check, type Handler } from '../learner.ts';
import type { CheckedState } from '../state.ts';

/*
 * Resets (RFC 9293 §3.5.2, §3.5.3, RFC 5961 §3 and §4). What has passed the first check is inside
 * the window; only a reset that names exactly RCV.NXT is believed.
 */

/** Second check of §3.10.7.4; the state's own step says what the reset ends. */
export const rst: Check = (tcb, seg, act) => {
  if (!seg.ctl.rst) return 'continue';
  if (seg.seq === tcb.rcv.nxt) return stepsOf(tcb.state as CheckedState).rst(tcb, seg, act);
  act.ack('RFC5961/3.2');
  act.drop('a reset that does not name RCV.NXT', 'RFC5961/3.2');
  return 'stop';
};

/** ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT: the user is told. */
export const resetOpen: Check = (_tcb, _seg, act) => {
  act.signal('connection reset', '3.10.7.4/2');
  act.become('CLOSED', '3.10.7.4/2');
  return 'stop';
};

/** CLOSING, LAST-ACK, TIME-WAIT: both users have closed, nobody waits to be told. */
export const resetClosing: Check = (_tcb, _seg, act) => {
  act.become('CLOSED', '3.10.7.4/2');
  return 'stop';
};

/** Fourth check of §3.10.7.4 in a synchronized state: a challenge ACK, whatever the number. */
export const challenge: Check = (_tcb, _seg, act) => {
  act.ack('RFC5961/4.2');
  act.drop('a SYN on an open connection', 'RFC5961/4.2');
  return 'stop';
};

/** RFC 9293 §3.10.5, ABORT in SYN-RECEIVED, ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT. */
export const abort: Handler<'ABORT'> = (tcb, _event, act) => {
  act.send({ rst: true }, { seq: tcb.snd.nxt }, '3.10.5');
  act.become('CLOSED', '3.10.5');
};
