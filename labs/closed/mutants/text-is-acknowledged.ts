// killed by: late-text-draws-reset
// Text is answered by a reset that acknowledges it.
import { add, segLen, type Plank } from 'tcp';

export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset for a connection that does not exist');
  if (seg.ctl.ack && seg.data.length === 0) return act.send({ rst: true }, { seq: seg.ack });
  act.send({ rst: true, ack: true }, { seq: 0, ack: add(seg.seq, segLen(seg)) });
};
