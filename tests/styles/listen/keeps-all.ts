import { add, type Plank } from 'tcp';

/** Keeps what the SYN says of itself: its window, its text and its FIN, for when they count. */
export const listen: Plank = (tcb, seg, act) => {
  const { ctl, seq, data, wnd, ack } = seg;
  if (ctl.rst) return;
  if (ctl.ack) {
    act.reset(seg);
    return;
  }
  if (!ctl.syn) return;
  tcb.irs = seq;
  tcb.rcv.nxt = add(seq, 1);
  tcb.snd.wnd = wnd;
  tcb.snd.wl1 = seq;
  tcb.snd.wl2 = ack;
  if (data.length > 0 || ctl.fin) tcb.held = [{ seq: tcb.rcv.nxt, data, fin: ctl.fin }];
  tcb.iss = act.isn();
  tcb.snd.una = tcb.iss;
  tcb.snd.nxt = add(tcb.iss, 1);
  tcb.openedBy = 'passive';
  act.become('SYN-RECEIVED');
  act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt });
};
