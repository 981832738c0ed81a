import { add, type Plank, type Segment } from 'tcp';

type Kind = 'reset' | 'ack' | 'syn' | 'rest';

const kindOf = ({ ctl: { rst, ack, syn } }: Segment): Kind =>
  rst ? 'reset' : ack ? 'ack' : syn ? 'syn' : 'rest';

/** A table of handlers, one per kind of segment. */
const handlers: Record<Kind, Plank> = {
  reset: () => undefined,
  ack: (_tcb, seg, act) => act.reset(seg, '3.10.7.2/2'),
  syn: (tcb, seg, act) => {
    tcb.openedBy = 'passive';
    const iss = (tcb.iss = act.isn());
    tcb.snd = { ...tcb.snd, una: iss, nxt: add(iss, 1) };
    tcb.rcv = { ...tcb.rcv, nxt: add(seg.seq, 1) };
    tcb.irs = seg.seq;
    act.send({ ack: true, syn: true }, { ack: tcb.rcv.nxt, seq: iss }, '3.10.7.2/3');
    act.become('SYN-RECEIVED', '3.10.7.2/3');
  },
  rest: () => undefined,
};

export const listen: Plank = (tcb, seg, act) => handlers[kindOf(seg)](tcb, seg, act);
