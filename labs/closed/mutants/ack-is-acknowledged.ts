// killed by: ack-draws-reset
// The reset for an ACK acknowledges, too.
import { add, segLen, type Plank } from 'tcp';

export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset for a connection that does not exist');
  if (seg.ctl.ack) {
    const ack = add(seg.seq, segLen(seg));
    return act.send({ rst: true, ack: true }, { seq: seg.ack, ack });
  }
  act.send({ rst: true, ack: true }, { seq: 0, ack: add(seg.seq, segLen(seg)) });
};
