// killed by: reset-is-dropped
// The user is told of the reset.
import { add, segLen, type Plank } from 'tcp';

export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst) return act.signal('connection reset');
  if (seg.ctl.ack) return act.send({ rst: true }, { seq: seg.ack });
  act.send({ rst: true, ack: true }, { seq: 0, ack: add(seg.seq, segLen(seg)) });
};
