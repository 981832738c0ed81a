// killed by: reset-with-ack-is-dropped
// A reset is looked for only where there is no ACK.
import { add, segLen, type Plank } from 'tcp';

export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst && !seg.ctl.ack) return act.drop('a reset for a connection that does not exist');
  if (seg.ctl.ack) return act.send({ rst: true }, { seq: seg.ack });
  act.send({ rst: true, ack: true }, { seq: 0, ack: add(seg.seq, segLen(seg)) });
};
