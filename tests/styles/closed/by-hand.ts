import type { Act, Segment, Tcb } from 'tcp';

/** No help from outside: the length counted bit by bit, the ring by a remainder. */
export function closed(_tcb: Tcb, seg: Segment, act: Act): void {
  const { rst, ack, syn, fin } = seg.ctl;
  if (!rst) {
    if (ack) {
      act.send({ rst: true, ack: false }, { seq: seg.ack });
    } else {
      let length = seg.data.byteLength;
      if (syn) length++;
      if (fin) length++;
      act.send({ ack: true, rst: true }, { ack: (seg.seq + length) % 4_294_967_296, seq: 0 });
    }
  }
}
