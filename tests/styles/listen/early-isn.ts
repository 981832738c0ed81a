import { add, type Plank } from 'tcp';

/** Everything is made ready first, whatever has come; then the questions, from the last to the first. */
export const listen: Plank = (tcb, seg, act) => {
  const iss = act.isn();
  const next = add(seg.seq, 1);
  const isCall = seg.ctl.syn && !seg.ctl.ack && !seg.ctl.rst;
  const isAnswer = seg.ctl.ack && !seg.ctl.rst;
  if (isCall) {
    Object.assign(tcb, { irs: seg.seq, iss, openedBy: 'passive' });
    Object.assign(tcb.rcv, { nxt: next });
    Object.assign(tcb.snd, { una: iss, nxt: add(iss, 1) });
    act.send({ syn: true, ack: true }, { seq: iss, ack: next });
    tcb.state = 'SYN-RECEIVED';
  }
  if (isAnswer) act.send({ rst: true }, { seq: seg.ack });
};
