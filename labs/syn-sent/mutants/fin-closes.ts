// killed by: fin-with-ack-is-dropped
// A FIN ends the call.
import { add, between, type Plank } from 'tcp';

export const synSent: Plank = (tcb, seg, act) => {
  const isAcked = seg.ctl.ack && between(tcb.iss, seg.ack, tcb.snd.nxt);
  if (seg.ctl.ack && !isAcked) {
    if (seg.ctl.rst) return act.drop('a reset that is not for our SYN');
    return act.send({ rst: true }, { seq: seg.ack });
  }

  if (seg.ctl.rst) {
    if (!isAcked) return act.drop('a reset without an ACK');
    act.signal('connection reset');
    return act.become('CLOSED');
  }

  if (seg.ctl.fin && !seg.ctl.syn && isAcked) return act.become('CLOSED');

  if (!seg.ctl.syn) return act.drop('neither SYN nor RST');

  tcb.irs = seg.seq;
  tcb.rcv.nxt = add(seg.seq, 1);
  tcb.snd.wnd = seg.wnd;
  tcb.snd.wl1 = seg.seq;
  tcb.snd.wl2 = seg.ack;

  if (isAcked) {
    act.acknowledge(seg.ack);
    act.become('ESTABLISHED');
    act.signal('connection established');
    act.ack();
    act.goOn(seg);
    return;
  }

  act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt });
  act.become('SYN-RECEIVED');
};
