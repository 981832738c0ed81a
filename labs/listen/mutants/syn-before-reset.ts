// killed by: syn-with-reset-is-ignored
// The SYN is looked at first, whatever stands beside it, except an ACK.
import { add, type Plank } from 'tcp';

export const listen: Plank = (tcb, seg, act) => {
  if (seg.ctl.ack && !seg.ctl.rst) return act.reset(seg);
  if (seg.ctl.syn && !seg.ctl.ack) {
    tcb.irs = seg.seq;
    tcb.rcv.nxt = add(seg.seq, 1);
    tcb.iss = act.isn();
    tcb.snd.una = tcb.iss;
    tcb.snd.nxt = add(tcb.iss, 1);
    tcb.openedBy = 'passive';
    act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt });
    act.become('SYN-RECEIVED');
    return;
  }
  if (seg.ctl.rst) return act.drop('a reset in LISTEN');
  act.drop('neither RST, ACK nor SYN');
};
