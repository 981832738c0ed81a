// killed by: syn-is-refused
// The two numbers have changed places.
import { add, segLen, type Plank } from 'tcp';

export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset for a connection that does not exist');
  if (seg.ctl.ack) return act.send({ rst: true }, { seq: seg.ack });
  act.send({ rst: true, ack: true }, { seq: add(seg.seq, segLen(seg)), ack: 0 });
};
