import { add, type Plank, type Segment } from 'tcp';

/** Small functions and early returns; whatever is not a call is turned away first. */
const isCall = ({ ctl }: Segment) => ctl.syn && !ctl.ack && !ctl.rst;

const turnAway: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst || !seg.ctl.ack) return;
  act.reset(seg);
};

const answer: Plank = (tcb, seg, act) => {
  [tcb.irs, tcb.iss] = [seg.seq, act.isn()];
  [tcb.snd.una, tcb.snd.nxt, tcb.rcv.nxt] = [
    tcb.iss,
    ...[tcb.iss, tcb.irs].map((n) => add(n, 1)),
  ] as [number, number, number];
  tcb.openedBy = 'passive';
  act.become('SYN-RECEIVED');
  act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt });
};

export const listen: Plank = (...args) => (isCall(args[1]) ? answer : turnAway)(...args);
