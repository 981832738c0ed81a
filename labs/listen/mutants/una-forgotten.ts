// killed by: handshake-completes
// SND.UNA stays at 0.
import { add, type Plank } from 'tcp';

export const listen: Plank = (tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset in LISTEN');
  if (seg.ctl.ack) return act.reset(seg);
  if (seg.ctl.syn) {
    tcb.irs = seg.seq;
    tcb.rcv.nxt = add(seg.seq, 1);
    tcb.iss = act.isn();
    tcb.snd.nxt = add(tcb.iss, 1);
    tcb.openedBy = 'passive';
    act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt });
    act.become('SYN-RECEIVED');
    return;
  }
  act.drop('neither RST, ACK nor SYN');
};
