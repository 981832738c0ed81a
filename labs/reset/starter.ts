import { stepsOf, type Check, type CheckedState, type Handler } from 'tcp';

/**
 * Second check of §3.10.7.4, asked for every segment that has passed the first:
 * some of it lies inside the window. It returns `'continue'` to go on with the next
 * check, or `'stop'`, the RFC's "and return".
 */
export const rst: Check = (tcb, seg, act) => {
  // Is it a reset at all?
  // Does it name exactly RCV.NXT? Then the step of the state decides what it ends:
  // stepsOf(tcb.state as CheckedState).rst has it, for SYN-RECEIVED and TIME-WAIT
  // too.
  // If it names another number: <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>, and return.
  return 'continue';
};

/** A believed reset in ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2 and CLOSE-WAIT. */
export const resetOpen: Check = (tcb, seg, act) => {
  // The user is told, and the state becomes CLOSED.
  return 'stop';
};

/** A believed reset in CLOSING and LAST-ACK. Both users have closed. */
export const resetClosing: Check = (tcb, seg, act) => {
  return 'stop';
};

/** Fourth check, from ESTABLISHED to LAST-ACK: asked for a segment with SYN. */
export const challenge: Check = (tcb, seg, act) => {
  return 'stop';
};

/**
 * The user calls ABORT in SYN-RECEIVED, ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2 or
 * CLOSE-WAIT (§3.10.5).
 */
export const abort: Handler<'ABORT'> = (tcb, event, act) => {
  // Send <SEQ=SND.NXT><CTL=RST>, without ACK.
  // SENDs that wait (tcb.out) and RECEIVEs that wait (tcb.receives) are told once,
  // if there are any: signal "connection reset".
  // Then nothing is left.
};
