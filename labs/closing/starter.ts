import { add, lt, stepsOf, type Check } from 'tcp';

/**
 * The peer's FIN in FIN-WAIT-1, the eighth check (RFC 9293 §3.10.7.4). Text before it has been taken.
 * If the segment had acknowledged our FIN, the state would be FIN-WAIT-2 by now: so it has not.
 */
export const finWait1Fin: Check = (tcb, seg, act) => {
  // RCV.NXT moves over the FIN, the user is told 'connection closing', the peer gets an ACK.
  // Which state has the peer's FIN, and waits only for the ACK of ours?
  return 'stop';
};

/** CLOSING: both FINs are sent, and ours is not acknowledged. */
export const closing: { ack: Check; text: Check; fin: Check } = {
  // Fifth check: asked for a segment with ACK.
  ack(tcb, seg, act) {
    // All that ESTABLISHED does: stepsOf('ESTABLISHED').ack(tcb, seg, act). Where it stops, stop.

    // Does it acknowledge our FIN? tcb.finSeq is the number of it, or null as long as it has not left.
    // Then the state becomes TIME-WAIT, for 2 MSL (act.arm, act.config.msl).
    // If it does not, ignore the segment.
    return 'stop';
  },

  // Seventh and eighth check. The peer's stream has ended: whatever comes this far is ignored.
  text: () => 'continue',
  fin: () => 'stop',
};
