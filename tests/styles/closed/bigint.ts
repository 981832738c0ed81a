import { type Plank } from 'tcp';

/** Verbs taken apart, the sum without an end and then put onto the ring, the other form in a second `if`. */
export const closed: Plank = (_, { ctl, seq, ack, data }, { send, drop }) => {
  const taken = [ctl.syn, ctl.fin].filter(Boolean).length + data.length;
  if (!ctl.rst && ctl.ack) send({ rst: true }, { seq: ack, data: new Uint8Array(0) });
  if (!ctl.rst && !ctl.ack) {
    const next = BigInt.asUintN(32, BigInt(seq) + BigInt(taken));
    send({ rst: true, ack: true, psh: false }, { seq: 0, ack: Number(next) });
  }
  drop('there is nobody here');
};
