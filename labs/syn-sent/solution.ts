import { add, between, type Plank } from 'tcp';

/** SEGMENT ARRIVES in SYN-SENT (RFC 9293 §3.10.7.3). */
export const synSent: Plank = (tcb, seg, act) => {
  // First: the ACK. It must acknowledge our SYN, and nothing that was never sent.
  const isAcked = seg.ctl.ack && between(tcb.iss, seg.ack, tcb.snd.nxt);
  if (seg.ctl.ack && !isAcked) {
    if (seg.ctl.rst) return act.drop('a reset that is not for our SYN');
    return act.send({ rst: true }, { seq: seg.ack });
  }

  // Second: a reset. Only with an ACK of our SYN is it an answer to it.
  if (seg.ctl.rst) {
    if (!isAcked) return act.drop('a reset without an ACK');
    act.signal('connection reset');
    return act.become('CLOSED');
  }

  // Third: security. This TCP knows one compartment only.

  // Fifth, asked before the fourth: without a SYN there is nothing more to do.
  if (!seg.ctl.syn) return act.drop('neither SYN nor RST');

  // Fourth: the SYN. Note their number and their window.
  tcb.irs = seg.seq;
  tcb.rcv.nxt = add(seg.seq, 1);
  tcb.snd.wnd = seg.wnd;
  tcb.snd.wl1 = seg.seq;
  tcb.snd.wl2 = seg.ack;

  // Our SYN is acknowledged: the connection is open. Go on with what else came.
  if (isAcked) {
    act.acknowledge(seg.ack);
    act.become('ESTABLISHED');
    act.signal('connection established');
    act.ack();
    act.goOn(seg);
    return;
  }

  // It is not: both have called at once. Our SYN goes again, now with an ACK.
  act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt });
  act.become('SYN-RECEIVED');
};
