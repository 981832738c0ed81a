// killed by: ack-may-be-number-zero
// SEG.ACK is taken to be missing where it is 0.
import { add, segLen, type Plank } from 'tcp';

export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset for a connection that does not exist');
  if (seg.ack) return act.send({ rst: true }, { seq: seg.ack });
  act.send({ rst: true, ack: true }, { seq: 0, ack: add(seg.seq, segLen(seg)) });
};
