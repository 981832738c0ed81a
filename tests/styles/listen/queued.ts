import { add, type Plank } from 'tcp';

/** Takes the RFC at its word: text that comes with the SYN is kept for later. */
export const listen: Plank = (tcb, seg, act) => {
  if (seg.ctl.rst) return;
  if (seg.ctl.ack) return act.reset(seg);
  if (!seg.ctl.syn) return;
  const first = add(seg.seq, 1);
  tcb.irs = seg.seq;
  tcb.rcv.nxt = first;
  if (seg.data.length > 0) tcb.held = [{ seq: first, data: seg.data, fin: false }];
  tcb.iss = act.isn();
  tcb.snd.una = tcb.iss;
  tcb.snd.nxt = add(tcb.iss, 1);
  tcb.openedBy = 'passive';
  console.log('SYN from', seg.src.address);
  act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: first });
  act.become('SYN-RECEIVED');
};
