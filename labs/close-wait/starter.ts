import { add, stepsOf, type Check, type Handler } from 'tcp';

/**
 * The peer's FIN has arrived in ESTABLISHED, and it is its turn: all text before
 * it is taken (RFC 9293 §3.10.7.4, eighth). RCV.NXT is the number of the FIN.
 *
 * A check returns `'continue'` to go on with the next check, or `'stop'`, the
 * RFC's "and return".
 */
export const establishedFin: Check = (tcb, seg, act) => {
  // The FIN has a number of its own, and must be acknowledged.
  // The user is told once: signal "connection closing".
  // The state becomes CLOSE-WAIT.
  return 'stop';
};

/** CLOSE-WAIT: the peer has closed its direction. Ours is open until CLOSE. */
export const closeWait: { ack: Check; text: Check; fin: Check; close: Handler<'CLOSE'> } = {
  // Fifth check: "Do the same processing as for the ESTABLISHED state."
  // stepsOf('ESTABLISHED') has the steps of that state, ack among them.
  ack(tcb, seg, act) {
    return 'stop';
  },

  // Seventh check: text behind the peer's FIN is ignored.
  text(tcb, seg, act) {
    return 'continue';
  },

  // Eighth check: asked for a FIN at RCV.NXT, behind the first one. Answer it with
  // an ACK. RCV.NXT and the state stay, and the user is not told twice.
  fin(tcb, seg, act) {
    return 'stop';
  },

  // The user calls CLOSE.
  close(tcb, event, act) {
    // A second CLOSE is refused: signal "connection closing".
    // A FIN is queued by tcb.finQueued. It leaves when all text before it has left:
    // act.transmit() sends what may leave, the FIN last, and the state becomes
    // LAST-ACK when it sends the FIN.
  },
};

/** LAST-ACK: our FIN is sent as well, and not acknowledged yet. */
export const lastAck: { ack: Check; text: Check; fin: Check } = {
  // Fifth check: first what ESTABLISHED does with an ACK. It may be for text only.
  // Is our FIN acknowledged now? Then the connection is over: CLOSED, and the user
  // hears nothing.
  ack(tcb, seg, act) {
    return 'stop';
  },

  // Seventh and eighth check: as in CLOSE-WAIT.
  text(tcb, seg, act) {
    return 'continue';
  },
  fin(tcb, seg, act) {
    return 'stop';
  },
};
