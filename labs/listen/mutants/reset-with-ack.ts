// killed by: ack-draws-reset
// The reset takes the form for a segment without ACK, <SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>.
import { add, segLen, type Plank } from 'tcp';

export const listen: Plank = (tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset in LISTEN');
  if (seg.ctl.ack) {
    act.send({ rst: true, ack: true }, { seq: 0, ack: add(seg.seq, segLen(seg)) });
    return;
  }
  if (seg.ctl.syn) {
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
  act.drop('neither RST, ACK nor SYN');
};
