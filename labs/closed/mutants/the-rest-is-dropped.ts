// killed by: no-flags-draw-reset
// What is neither ACK nor SYN nor FIN is dropped, as in LISTEN.
import { add, segLen, type Plank } from 'tcp';

export const closed: Plank = (_tcb, seg, act) => {
  if (seg.ctl.rst) return act.drop('a reset for a connection that does not exist');
  if (seg.ctl.ack) return act.send({ rst: true }, { seq: seg.ack });
  if (!seg.ctl.syn && !seg.ctl.fin) return act.drop('nothing to answer');
  act.send({ rst: true, ack: true }, { seq: 0, ack: add(seg.seq, segLen(seg)) });
};
