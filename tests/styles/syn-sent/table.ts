import { between, type Plank, type Segment, type Tcb } from 'tcp';

type Kind = 'wrong reset' | 'wrong' | 'refused' | 'opened' | 'crossed' | 'nothing';

/** First what it is, then what to do about it. */
function kindOf({ ctl, ack }: Segment, { iss, snd }: Tcb): Kind {
  const isRight = ctl.ack && between(iss, ack, snd.nxt);
  if (ctl.ack && !isRight) return ctl.rst ? 'wrong reset' : 'wrong';
  if (ctl.rst) return isRight ? 'refused' : 'nothing';
  if (!ctl.syn) return 'nothing';
  return isRight ? 'opened' : 'crossed';
}

const note = (tcb: Tcb, { seq, wnd, ack }: Segment) => {
  tcb.irs = seq;
  tcb.rcv = { ...tcb.rcv, nxt: (seq + 1) >>> 0 };
  tcb.snd = { ...tcb.snd, wnd, wl1: seq, wl2: ack };
};

const DO: Readonly<Record<Kind, Plank>> = {
  'wrong reset': (_tcb, _seg, act) => act.drop('not for us'),
  wrong: (_tcb, seg, act) => act.send({ rst: true, ack: false }, { seq: seg.ack }),
  refused: (tcb, _seg, act) => {
    act.signal('connection reset');
    tcb.state = 'CLOSED';
  },
  opened: (tcb, seg, act) => {
    note(tcb, seg);
    act.ack();
    act.acknowledge(seg.ack);
    tcb.state = 'ESTABLISHED';
    act.signal('connection established');
    act.goOn(seg);
  },
  crossed: (tcb, seg, act) => {
    note(tcb, seg);
    tcb.state = 'SYN-RECEIVED';
    act.send({ ack: true, syn: true }, { seq: tcb.iss, ack: tcb.rcv.nxt });
  },
  nothing: () => undefined,
};

export const synSent: Plank = (tcb, seg, act) => DO[kindOf(seg, tcb)](tcb, seg, act);
