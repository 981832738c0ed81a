import { between, type StateSteps } from 'tcp';

/** What SYN-RECEIVED adds to the checks of a segment (RFC 9293 §3.10.7.4). */
export const synReceived: StateSteps = {
  // Second check, a reset. Where the connection began decides.
  rst(tcb, _seg, act) {
    if (tcb.openedBy === 'passive') {
      act.become('LISTEN');
    } else {
      act.signal('connection refused');
      act.become('CLOSED');
    }
    return 'stop';
  },

  // Fourth check, a SYN.
  syn(tcb, seg, act) {
    if (tcb.openedBy === 'passive') {
      act.become('LISTEN');
      return 'stop';
    }
    // Both called at once: their SYN,ACK repeats the SYN that we have answered. Its ACK counts.
    if (seg.ctl.ack && seg.seq === tcb.irs) return 'continue';
    act.ack();
    return 'stop';
  },

  // Fifth check, the ACK that completes the handshake.
  ack(tcb, seg, act) {
    if (!between(tcb.snd.una, seg.ack, tcb.snd.nxt)) {
      act.reset(seg);
      return 'stop';
    }
    tcb.snd.wnd = seg.wnd;
    tcb.snd.wl1 = seg.seq;
    tcb.snd.wl2 = seg.ack;

    act.become('ESTABLISHED');
    act.signal('connection established');
    act.acknowledge(seg.ack);

    // CLOSE and SEND may have been called too early. They take effect now.
    if (tcb.finQueued) act.become('FIN-WAIT-1');
    act.transmit();
    // Text and FIN come next, and ESTABLISHED takes them.
    return 'continue';
  },

  // By now the state is ESTABLISHED, whose own steps are asked.
  text: () => 'continue',
  fin: () => 'continue',
};
