// killed by: syn-is-refused
// The answer to a segment without ACK is a bare reset.
import { type Plank } from 'tcp';

export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset for a connection that does not exist');
  if (seg.ctl.ack) return act.send({ rst: true }, { seq: seg.ack });
  act.send({ rst: true }, { seq: 0 });
};
