// killed by: crossed-syn-is-answered
// The user is told of a connection when the calls cross.
import { add, between, type Plank } from 'tcp';

export const synSent: Plank = (tcb, seg, act) => {
  const isAcked = seg.ctl.ack && between(tcb.iss, seg.ack, tcb.snd.nxt);
  if (seg.ctl.ack && !isAcked) {
    if (!seg.ctl.rst) act.reset(seg);
    return;
  }
  if (seg.ctl.rst) {
    if (!isAcked) return;
    act.signal('connection reset');
    act.become('CLOSED');
    return;
  }
  if (!seg.ctl.syn) return;
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
  } else {
    act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt });
    act.become('SYN-RECEIVED');
    act.signal('connection established');
  }
};
