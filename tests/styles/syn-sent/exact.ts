import { add, type Plank } from 'tcp';

/** Early returns from the SYN down; the only right number by hand; the ACK asked for last. */
export const synSent: Plank = (tcb, seg, act) => {
  const { ctl, seq, ack, wnd } = seg;
  const right = add(tcb.iss, 1);
  if (ctl.ack && ack !== right) {
    if (!ctl.rst) act.send({ rst: true }, { seq: ack });
    return;
  }
  if (ctl.rst) {
    if (!ctl.ack) return act.drop('a reset of nothing');
    act.signal('connection reset');
    act.become('CLOSED');
    return;
  }
  if (!ctl.syn) return act.drop('no SYN');
  if (!ctl.ack) {
    act.send({ ack: true, syn: true }, { seq: tcb.iss, ack: add(seq, 1) });
    act.become('SYN-RECEIVED');
  } else {
    act.acknowledge(ack);
    act.become('ESTABLISHED');
    act.signal('connection established');
  }
  tcb.irs = seq;
  tcb.rcv.nxt = add(seq, 1);
  tcb.snd.wnd = wnd;
  tcb.snd.wl1 = seq;
  tcb.snd.wl2 = ack;
  if (!ctl.ack) return;
  act.goOn(seg);
  act.ack();
};
