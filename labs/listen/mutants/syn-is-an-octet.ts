// killed by: syn-is-no-octet
// The buffer gets room for what the SYN takes of the sequence space.
import { add, segLen, type Plank } from 'tcp';

export const listen: Plank = (tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset in LISTEN');
  if (seg.ctl.ack) return act.reset(seg);
  if (seg.ctl.syn) {
    tcb.irs = seg.seq;
    tcb.rcv.nxt = add(seg.seq, 1);
    tcb.in = new Uint8Array(segLen(seg));
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
