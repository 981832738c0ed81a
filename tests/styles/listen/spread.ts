import { add, type Plank, type Segment, type Seq, type Tcb } from 'tcp';

/** Immutable: what changes is a value of its own, and is taken over in one go. */
const called = ({ snd, rcv }: Readonly<Tcb>, { seq }: Segment, iss: Seq) => ({
  irs: seq,
  iss,
  openedBy: 'passive' as const,
  snd: { ...snd, una: iss, nxt: add(iss, 1) },
  rcv: { ...rcv, nxt: add(seq, 1) },
  state: 'SYN-RECEIVED' as const,
});

export const listen: Plank = (tcb, seg, act) => {
  const { rst, ack, syn } = seg.ctl;
  if (rst) return act.drop('a reset for nobody');
  if (ack) return act.reset(seg);
  if (!syn) return act.drop('not a call');
  const change = called(tcb, seg, act.isn());
  act.send({ syn: true, ack: true }, { seq: change.iss, ack: change.rcv.nxt });
  Object.assign(tcb, change);
};
