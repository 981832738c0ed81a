// killed by: syn-is-answered
// RCV.NXT is set to SEG.SEQ: the SYN is not counted.
import { add, type Plank } from 'tcp';

export const listen: Plank = (tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset in LISTEN');
  if (seg.ctl.ack) return act.reset(seg);
  if (seg.ctl.syn) {
    tcb.irs = seg.seq;
    tcb.rcv.nxt = seg.seq;
    tcb.iss = act.isn();
    tcb.snd.una = tcb.iss;
    tcb.snd.nxt = add(tcb.iss, 1);
    tcb.openedBy = 'passive';
    act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt });
    act.become('SYN-RECEIVED');
    return;
  }
  act.drop('neither RST, ACK nor SYN');
};
