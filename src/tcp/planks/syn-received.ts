import { between, type StateSteps } from '../learner.ts';

/*
 * SYN-RECEIVED: waiting for the acknowledgment of our SYN, after a SYN came and we answered it.
 *   In: SYN in LISTEN; SYN in SYN-SENT (both called at once). Out: ACK, RST, CLOSE, timeout.
 *   Calls allowed: SEND and RECEIVE (queued), CLOSE, ABORT, STATUS.
 */

/** RFC 9293 §3.10.7.4, as far as it speaks of SYN-RECEIVED. */
export const synReceived: StateSteps = {
  // Second check. Where the connection came from decides (MUST-11).
  rst(tcb, _seg, act) {
    if (tcb.openedBy === 'passive') {
      act.become('LISTEN', 'MUST-11');
    } else {
      act.signal(act.config.refusedSignal, '3.10.7.4/2');
      act.become('CLOSED', '3.10.7.4/2');
    }
    return 'stop';
  },

  // Fourth check.
  syn(tcb, seg, act) {
    // The SYN,ACK of a simultaneous open repeats a number that is already counted (Appendix A.2).
    if (tcb.openedBy === 'active' && seg.ctl.ack && seg.seq === tcb.irs) {
      if (act.config.ackCrossedSynAck) act.ack('impl/simultaneous open');
      return 'continue';
    }
    if (tcb.openedBy === 'active') act.ack('RFC5961/4.2');
    else if (act.config.synInSynReceived === 'listen') act.become('LISTEN', '3.10.7.4/4');
    else {
      act.reset(seg, 'impl/SYN in SYN-RECEIVED');
      act.become('LISTEN', 'impl/SYN in SYN-RECEIVED');
    }
    return 'stop';
  },

  // Fifth check: the third segment of the handshake, or any that carries its ACK.
  ack(tcb, seg, act) {
    if (!between(tcb.snd.una, seg.ack, tcb.snd.nxt)) {
      act.reset(seg, '3.10.7.4/5');
      return 'stop';
    }
    tcb.snd.wnd = seg.wnd;
    tcb.snd.wl1 = seg.seq;
    tcb.snd.wl2 = seg.ack;
    act.become('ESTABLISHED', '3.10.7.4/5');
    act.signal('connection established', '3.10.7.4/5');
    act.acknowledge(seg.ack, '3.10.7.4/5');
    // A CLOSE that had to wait for ESTABLISHED takes effect now (§3.10.4).
    if (tcb.finQueued) act.become('FIN-WAIT-1', '3.10.4');
    act.transmit('3.10.2');
    return 'continue';
  },

  // Text and FIN are taken in ESTABLISHED, which the fifth check has entered.
  text: () => 'continue',
  fin: () => 'continue',
};
