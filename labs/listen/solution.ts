import { add, type Plank } from 'tcp';

/** SEGMENT ARRIVES in LISTEN (RFC 9293 §3.10.7.2). */
export const listen: Plank = (tcb, seg, act) => {
  // First: a reset. It can answer nothing of ours, since nothing was sent.
  if (seg.ctl.rst) return act.drop('a reset in LISTEN');

  // Second: an ACK. It acknowledges what was never sent, so it is answered by a reset.
  if (seg.ctl.ack) return act.reset(seg);

  // Third: a SYN. Note their number, choose ours, answer with both.
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

  // Fourth: anything else.
  act.drop('neither RST, ACK nor SYN');
};
