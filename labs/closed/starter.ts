import { add, segLen, type Plank } from 'tcp';

/**
 * A segment has arrived for which there is no connection (RFC 9293 §3.10.7.1).
 *
 * `tcb` is an empty form: nothing is known but the segment. `seg` is what arrived: `seg.ctl.rst`,
 * `seg.ctl.ack`, `seg.seq`, `seg.ack`. `act` is what you can do: `act.send`, `act.drop`.
 * `segLen(seg)` is SEG.LEN, `add(a, b)` counts on the ring.
 * In the full editor, hover over a name to read about it.
 */
export const closed: Plank = (tcb, seg, act) => {
  // Is it a reset? Discard it.

  // Is the ACK bit on? Answer with <SEQ=SEG.ACK><CTL=RST>.

  // Is the ACK bit off? Answer with <SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>.

  act.drop('not written yet');
};
