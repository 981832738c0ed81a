// killed by: syn-is-refused
// The reset begins with a fresh initial sequence number.
import { add, segLen, type Plank } from 'tcp';

export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset for a connection that does not exist');
  if (seg.ctl.ack) return act.send({ rst: true }, { seq: seg.ack });
  act.send({ rst: true, ack: true }, { seq: act.isn(), ack: add(seg.seq, segLen(seg)) });
};
