import { add, between, lt, type Plank } from '../learner.ts';

/*
 * SYN-SENT: waiting for a matching connection request after having sent one.
 *   In: active OPEN. Out: SYN,ACK; SYN (both called at once); RST,ACK; timeout; CLOSE.
 *   Calls allowed: SEND and RECEIVE (queued), CLOSE, ABORT, STATUS.
 */

/** RFC 9293 §3.10.7.3. */
export const synSent: Plank = (tcb, seg, act) => {
  // First, the ACK: it must acknowledge our SYN and nothing that we never sent.
  const acknowledges = seg.ctl.ack && between(tcb.iss, seg.ack, tcb.snd.nxt);
  if (seg.ctl.ack && !acknowledges) {
    if (seg.ctl.rst) return act.drop('a reset whose ACK is not for our SYN', '3.10.7.3/1');
    return act.reset(seg, '3.10.7.3/1');
  }

  // Second, a reset: it counts only if it acknowledges our SYN. (RFC 5961's match with RCV.NXT
  // cannot be asked here: RCV.NXT is not known yet, and a closed port resets with SEQ 0.)
  if (seg.ctl.rst) {
    if (!acknowledges) return act.drop('a reset without an ACK', '3.10.7.3/2');
    act.signal('connection reset', '3.10.7.3/2');
    return act.become('CLOSED', '3.10.7.3/2');
  }

  // Third, security: this TCP knows one compartment only.
  // Fourth, the SYN.
  if (!seg.ctl.syn) return act.drop('neither SYN nor RST', '3.10.7.3/5');

  tcb.rcv.nxt = add(seg.seq, 1);
  tcb.irs = seg.seq;
  tcb.snd.wnd = seg.wnd;
  tcb.snd.wl1 = seg.seq;
  tcb.snd.wl2 = seg.ack;
  if (acknowledges) act.acknowledge(seg.ack, '3.10.7.3/4');

  if (lt(tcb.iss, tcb.snd.una)) {
    act.become('ESTABLISHED', '3.10.7.3/4');
    act.signal('connection established', '3.10.7.3/4');
    act.ack('3.10.7.3/4');
    act.goOn(seg);
    return;
  }

  // Our SYN is not acknowledged: the two calls crossed (MUST-10).
  act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt }, '3.10.7.3/4');
  act.become('SYN-RECEIVED', 'MUST-10');
};
