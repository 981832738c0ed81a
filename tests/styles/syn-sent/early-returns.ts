import { add, leq, lt, type Act, type Plank, type Segment, type Tcb } from 'tcp';

/** Small functions, each for one kind of answer; text of a crossed SYN is kept for later. */
const isForUs = (tcb: Tcb, seg: Segment) => lt(tcb.iss, seg.ack) && leq(seg.ack, tcb.snd.nxt);

function meet(tcb: Tcb, seg: Segment): void {
  tcb.irs = seg.seq;
  tcb.rcv.nxt = add(seg.seq, 1);
  tcb.snd.wnd = seg.wnd;
  tcb.snd.wl1 = seg.seq;
  tcb.snd.wl2 = seg.ack;
}

function opened(tcb: Tcb, seg: Segment, act: Act): void {
  meet(tcb, seg);
  act.signal('connection established');
  act.become('ESTABLISHED');
  act.acknowledge(seg.ack);
  act.ack();
  act.goOn(seg);
}

function crossed(tcb: Tcb, seg: Segment, act: Act): void {
  meet(tcb, seg);
  const { fin } = seg.ctl;
  if (seg.data.length > 0 || fin) tcb.held = [{ seq: tcb.rcv.nxt, data: seg.data, fin }];
  act.become('SYN-RECEIVED');
  act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt });
}

export const synSent: Plank = (tcb, seg, act) => {
  if (!seg.ctl.ack) {
    if (seg.ctl.syn && !seg.ctl.rst) crossed(tcb, seg, act);
    return;
  }
  if (!isForUs(tcb, seg)) {
    if (!seg.ctl.rst) act.reset(seg);
    return;
  }
  if (seg.ctl.rst) {
    act.become('CLOSED');
    act.signal('connection reset');
    return;
  }
  if (seg.ctl.syn) opened(tcb, seg, act);
};
