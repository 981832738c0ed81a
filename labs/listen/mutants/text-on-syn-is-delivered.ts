// killed by: text-on-syn-comes-again
// Text that comes with the SYN goes to the user at once.
import { add, type Plank } from 'tcp';

export const listen: Plank = (tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset in LISTEN');
  if (seg.ctl.ack) return act.reset(seg);
  if (seg.ctl.syn) {
    tcb.irs = seg.seq;
    tcb.rcv.nxt = add(seg.seq, 1);
    tcb.iss = act.isn();
    tcb.snd.una = tcb.iss;
    tcb.snd.nxt = add(tcb.iss, 1);
    tcb.openedBy = 'passive';
    act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt });
    if (seg.data.length > 0) act.deliver(seg.data);
    act.become('SYN-RECEIVED');
    return;
  }
  act.drop('neither RST, ACK nor SYN');
};
