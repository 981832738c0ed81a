// killed by: syn-is-refused
// The answers bear no RST.
import { add, segLen, type Plank } from 'tcp';

export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset for a connection that does not exist');
  if (seg.ctl.ack) return act.send({ ack: true }, { seq: seg.ack, ack: add(seg.seq, segLen(seg)) });
  act.send({ ack: true }, { seq: 0, ack: add(seg.seq, segLen(seg)) });
};
