import { add, between, type Plank } from 'tcp';

/**
 * A segment has arrived at a connection in SYN-SENT (RFC 9293 §3.10.7.3). Our SYN is out: it took
 * number `tcb.iss`, and `tcb.snd.nxt` is the next one.
 *
 * `tcb` is yours to write to: `tcb.irs`, `tcb.rcv.nxt`, `tcb.snd.wnd`, `tcb.snd.wl1`, `tcb.snd.wl2`.
 * `act` is what you can do: `act.send`, `act.ack`, `act.acknowledge`, `act.goOn`, `act.become`,
 * `act.signal`, `act.drop`. In the full editor, hover over a name to read about it.
 */
export const synSent: Plank = (tcb, seg, act) => {
  // First: does it carry an ACK? It is acceptable if ISS < SEG.ACK =< SND.NXT.
  // If it is not, answer with <SEQ=SEG.ACK><CTL=RST>, unless the segment is a reset.
  // Either way the segment is done with.

  // Second: is it a reset? If its ACK was acceptable, tell the user 'connection reset', and the
  // state becomes CLOSED. If it has no ACK, drop it.

  // Third: security and compartment. This TCP knows one only; nothing to do.

  // Fourth: is it a SYN? Then
  //   RCV.NXT is SEG.SEQ+1, IRS is SEG.SEQ;
  //   SND.WND is SEG.WND, SND.WL1 is SEG.SEQ, SND.WL2 is SEG.ACK.
  // If it acknowledges our SYN:
  //   SND.UNA moves up to SEG.ACK, and the SYN leaves the retransmission queue (act.acknowledge);
  //   the state becomes ESTABLISHED, and the user is told 'connection established';
  //   one ACK answers all that the segment brought (act.ack);
  //   what waits is sent, and what else the segment carries is taken (act.goOn).
  // If it does not:
  //   send <SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>;
  //   the state becomes SYN-RECEIVED. What else the segment carries has to wait.

  // Fifth: whatever is left is dropped.
  act.drop('not written yet');
};
