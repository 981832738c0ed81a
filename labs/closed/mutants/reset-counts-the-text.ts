// killed by: late-text-draws-reset
// The reset stands after the text that came.
import { add, segLen, type Plank } from 'tcp';

export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset for a connection that does not exist');
  if (seg.ctl.ack) return act.send({ rst: true }, { seq: add(seg.ack, segLen(seg)) });
  act.send({ rst: true, ack: true }, { seq: 0, ack: add(seg.seq, segLen(seg)) });
};
