// killed by: ecn-syn-is-refused
// Control bits are compared as a whole: other bits than the expected ones are not answered.
import { add, segLen, type Plank } from 'tcp';

export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset for a connection that does not exist');
  if (seg.ctl.ack) return act.send({ rst: true }, { seq: seg.ack });
  if (seg.ctl.ece || seg.ctl.cwr) return act.drop('unknown control bits');
  act.send({ rst: true, ack: true }, { seq: 0, ack: add(seg.seq, segLen(seg)) });
};
