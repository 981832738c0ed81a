import { stepsOf, type Check, type CheckedState, type Handler } from 'tcp';

/** Second check: only a reset that names RCV.NXT is believed (RFC 9293 §3.10.7.4, RFC 5961 §3). */
export const rst: Check = (tcb, seg, act) => {
  if (!seg.ctl.rst) return 'continue';
  if (seg.seq === tcb.rcv.nxt) return stepsOf(tcb.state as CheckedState).rst(tcb, seg, act);
  act.ack();
  return 'stop';
};

/** A believed reset in ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2 and CLOSE-WAIT. */
export const resetOpen: Check = (_tcb, _seg, act) => {
  act.signal('connection reset');
  act.become('CLOSED');
  return 'stop';
};

/** A believed reset in CLOSING and LAST-ACK: both users have closed, and nobody is told. */
export const resetClosing: Check = (_tcb, _seg, act) => {
  act.become('CLOSED');
  return 'stop';
};

/** Fourth check, from ESTABLISHED to LAST-ACK: a SYN draws a challenge ACK (RFC 5961 §4). */
export const challenge: Check = (_tcb, _seg, act) => {
  act.ack();
  return 'stop';
};

/** ABORT (§3.10.5): a reset, and nothing that waits is sent any more. */
export const abort: Handler<'ABORT'> = (tcb, _event, act) => {
  act.send({ rst: true }, { seq: tcb.snd.nxt });
  if (tcb.out.length > 0 || tcb.receives.length > 0) act.signal('connection reset');
  act.become('CLOSED');
};
