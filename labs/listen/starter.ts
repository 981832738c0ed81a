import { add, type Plank } from 'tcp';

/**
 * A segment has arrived at a connection in LISTEN (RFC 9293 §3.10.7.2).
 *
 * `tcb` is yours to write to: `tcb.rcv.nxt`, `tcb.irs`, `tcb.iss`, `tcb.snd.nxt`, `tcb.snd.una`,
 * `tcb.openedBy`. `seg` is what arrived. `act` is what you can do: `act.send`, `act.reset`,
 * `act.become`, `act.drop`, `act.isn`. In the full editor, hover over a name to read about it.
 */
export const listen: Plank = (tcb, seg, act) => {
  // First: is it a reset? Nothing was sent, so it cannot be an answer to us. Ignore it.

  // Second: does it carry an ACK? Nothing was sent, so nothing can be acknowledged.
  // Answer with a reset, <SEQ=SEG.ACK><CTL=RST>, and stay as you are.

  // Third: is it a SYN? Then
  //   RCV.NXT is SEG.SEQ+1, IRS is SEG.SEQ;
  //   choose ISS and send <SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>;
  //   SND.NXT is ISS+1, SND.UNA is ISS;
  //   remember that this connection began with a passive OPEN (MUST-11);
  //   the state becomes SYN-RECEIVED.
  // What else the segment carries has to wait.

  // Fourth: whatever is left is dropped.
  act.drop('not written yet');
};
