import { add, segLen, type Plank } from 'tcp';

/** SEGMENT ARRIVES in CLOSED (RFC 9293 §3.10.7.1). There is no TCB: the segment is all we know. */
export const closed: Plank = (_tcb, seg, act) => {
  // A reset is discarded. Two hosts that answered resets would never stop.
  if (seg.ctl.rst) return act.drop('a reset for a connection that does not exist');

  // The ACK bit is on: the reset takes the number that its sender expects next.
  if (seg.ctl.ack) return act.send({ rst: true }, { seq: seg.ack });

  // The ACK bit is off: number zero, and an ACK of all that the segment occupies.
  act.send({ rst: true, ack: true }, { seq: 0, ack: add(seg.seq, segLen(seg)) });
};
