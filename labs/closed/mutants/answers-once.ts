// killed by: each-segment-is-answered
// Only the first segment is answered.
import { add, segLen, type Plank } from 'tcp';

let hasAnswered = false;

export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset for a connection that does not exist');
  if (hasAnswered) return act.drop('answered before');
  hasAnswered = true;
  if (seg.ctl.ack) return act.send({ rst: true }, { seq: seg.ack });
  act.send({ rst: true, ack: true }, { seq: 0, ack: add(seg.seq, segLen(seg)) });
};
