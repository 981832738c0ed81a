import { add, between, leq, lt, type Check, type Handler, type Piece, type Seq } from 'tcp';

/**
 * What is new of a piece: its octets from the number `rcvNxt` on (RFC 9293 §3.10.7.4, first check).
 * `null` says that the piece begins later; it is kept then, and asked about again.
 *
 * `piece.seq` is the number of the first octet in `piece.data`. A FIN behind the octets, `piece.fin`,
 * goes where they go: it waits with them, or comes next.
 */
export function trim(piece: Piece, rcvNxt: Seq): Uint8Array | null {
  // Does it begin after RCV.NXT? Then octets before it are missing.

  // How many of its octets are old? add(a, -b) says how far a lies after b on the ring.
  return null;
}

/**
 * The fifth and the seventh check in ESTABLISHED. `tcb` is yours to write to, `seg` is what arrived,
 * `act` is what you can do. In the full editor, hover over a name to read about it.
 */
export const established: { ack: Check; text: Check } = {
  // Fifth check: asked for a segment with ACK.
  ack(tcb, seg, act) {
    // SEG.ACK > SND.NXT: it acknowledges something not yet sent. Send an ACK, drop the segment, return.

    // SND.UNA < SEG.ACK =< SND.NXT: something new is acknowledged (act.acknowledge).
    // SEG.ACK =< SND.UNA: a duplicate. It acknowledges nothing; the segment may bring text all the same.

    // SND.UNA =< SEG.ACK =< SND.NXT: may this segment set the window? SND.WL1 and SND.WL2 know.

    // There may be room now for text that waits (act.transmit).
    return 'stop';
  },

  // Seventh check: `seg.data` is new text that begins at RCV.NXT. There may be none.
  text(tcb, seg, act) {
    // RCV.NXT moves over the text, the user gets it (act.deliver), the peer gets an ACK (act.ack).
    return 'stop';
  },
};

/** SEND in ESTABLISHED and CLOSE-WAIT (§3.10.2). `data` is what the user wants to send. */
export const send: Handler<'SEND'> = (tcb, { data }, act) => {
  // After CLOSE (`tcb.finQueued`): signal 'connection closing', and nothing else.

  // Else put it behind what waits in `tcb.out`, and send what may leave (act.transmit).
};
