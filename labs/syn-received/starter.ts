import { between, type StateSteps } from 'tcp';

/**
 * A segment has arrived in SYN-RECEIVED, and has passed the first check: it lies inside the window
 * (RFC 9293 §3.10.7.4). Each function is one later check. It returns `'continue'` to go on with the
 * next check, or `'stop'`, the RFC's "and return".
 *
 * `tcb` is yours to write to, `seg` is what arrived, `act` is what you can do. In the full
 * editor, hover over a name to read about it.
 */
export const synReceived: StateSteps = {
  // Second check: asked for a reset whose number is RCV.NXT.
  rst(tcb, seg, act) {
    // After a passive OPEN: back to LISTEN, and the user hears nothing.
    // After an active OPEN: signal "connection refused", and the state becomes CLOSED.
    return 'stop';
  },

  // Fourth check: asked for a segment with SYN.
  syn(tcb, seg, act) {
    // After a passive OPEN: back to LISTEN.
    // After an active OPEN: the SYN,ACK of crossed calls repeats IRS; go on with its ACK.
    // Any other SYN is answered with an ACK.
    return 'stop';
  },

  // Fifth check: asked for a segment with ACK.
  ack(tcb, seg, act) {
    // Is SND.UNA < SEG.ACK =< SND.NXT? `between` tells. If not: <SEQ=SEG.ACK><CTL=RST>, and return.
    // If so:
    //   SND.WND, SND.WL1 and SND.WL2 are SEG.WND, SEG.SEQ and SEG.ACK;
    //   the state becomes ESTABLISHED, and the user is told "connection established";
    //   our SYN is acknowledged;
    //   what SEND and CLOSE have queued takes effect;
    //   the segment may bring more than its ACK.
    return 'stop';
  },

  // Sixth to eighth check. Leave them as they are: whatever passes the fifth check has left
  // SYN-RECEIVED, and the steps of the new state are asked.
  text: () => 'continue',
  fin: () => 'continue',
};
