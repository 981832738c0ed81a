// killed by: ack-draws-reset
// After the reset for an ACK the other one is sent as well.
import { add, segLen, type Plank } from 'tcp';

export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset for a connection that does not exist');
  if (seg.ctl.ack) act.send({ rst: true }, { seq: seg.ack });
  act.send({ rst: true, ack: true }, { seq: 0, ack: add(seg.seq, segLen(seg)) });
};
