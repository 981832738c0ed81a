import { add, lt, stepsOf, type Check, type Handler } from 'tcp';

/**
 * CLOSE in ESTABLISHED; called again in FIN-WAIT-1 and FIN-WAIT-2 (RFC 9293 §3.10.4).
 *
 * `tcb.finQueued` says that the user has closed and a FIN is to be sent. `act.transmit()` sends what
 * waits in `tcb.out`, and a FIN after it, as far as the peer's window reaches.
 */
export const close: Handler<'CLOSE'> = (tcb, event, act) => {
  // Has the user closed before? Signal 'connection closing', and no second FIN.

  // Else the FIN follows all text that waits, and the state becomes FIN-WAIT-1 in any case.
};

/** CLOSE in SYN-RECEIVED: our SYN is not acknowledged yet. SEND may have queued text in `tcb.out`. */
export const closeEarly: Handler<'CLOSE'> = (tcb, event, act) => {
  // A second CLOSE: as above.
  // Nothing waits to be sent: as in ESTABLISHED.
  // Else CLOSE waits as well; the step that opens the connection looks at tcb.finQueued.
};

/** FIN-WAIT-1: the user has closed, and the FIN is not acknowledged. */
export const finWait1: { ack: Check; text: Check } = {
  // Fifth check: asked for a segment with ACK.
  ack(tcb, seg, act) {
    // All that ESTABLISHED does: stepsOf('ESTABLISHED').ack(tcb, seg, act). Where it stops, stop.

    // Is our FIN acknowledged now? tcb.finSeq is its number, or null as long as it has not left.
    // Then the state becomes FIN-WAIT-2, and the user is told 'ok'.

    // The segment may bring more than its ACK.
    return 'stop';
  },

  // Seventh check: `seg.data` is text, or there is none. May the peer still send?
  text(tcb, seg, act) {
    return 'stop';
  },
};

/** FIN-WAIT-2: our FIN is acknowledged, and the peer may go on. */
export const finWait2: { ack: Check; text: Check; fin: Check } = {
  ack(tcb, seg, act) {
    return 'stop';
  },

  text(tcb, seg, act) {
    return 'stop';
  },

  // Eighth check: asked for a segment with FIN, when all text before it has come.
  fin(tcb, seg, act) {
    // RCV.NXT moves over the FIN, the user is told 'connection closing', the peer gets an ACK;
    // the state becomes TIME-WAIT, and its timer is set to 2 MSL (act.arm, act.config.msl).
    return 'stop';
  },
};
