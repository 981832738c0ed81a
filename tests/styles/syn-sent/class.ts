import { add, leq, lt, type Act, type Plank, type Segment, type Tcb } from 'tcp';

type Answer = Readonly<{ name: string; fits: (call: Call) => boolean; take: (call: Call) => void }>;

class Call {
  readonly tcb: Tcb;
  readonly seg: Segment;
  readonly act: Act;
  constructor(tcb: Tcb, seg: Segment, act: Act) {
    this.tcb = tcb;
    this.seg = seg;
    this.act = act;
  }
  get isWrong(): boolean {
    return this.seg.ctl.ack && !this.isAcked;
  }
  get isAcked(): boolean {
    const { seg, tcb } = this;
    return seg.ctl.ack && lt(tcb.snd.una, seg.ack) && leq(seg.ack, tcb.snd.nxt);
  }
  meet(): void {
    const { tcb, seg } = this;
    tcb.irs = seg.seq;
    Object.assign(tcb.rcv, { nxt: add(seg.seq, 1) });
    Object.assign(tcb.snd, { wnd: seg.wnd, wl1: seg.seq, wl2: seg.ack });
  }
}

/** A list of answers; the first that fits is taken. */
const ANSWERS: readonly Answer[] = [
  { name: 'wrong reset', fits: (c) => c.isWrong && c.seg.ctl.rst, take: () => undefined },
  { name: 'wrong', fits: (c) => c.isWrong, take: ({ act, seg }) => act.reset(seg) },
  {
    name: 'refused',
    fits: (c) => c.seg.ctl.rst && c.isAcked,
    take: ({ act }) => {
      act.signal('connection reset');
      act.become('CLOSED');
    },
  },
  { name: 'reset', fits: (c) => c.seg.ctl.rst, take: ({ act }) => act.drop('whose?') },
  {
    name: 'opened',
    fits: (c) => c.seg.ctl.syn && c.isAcked,
    take: (call) => {
      const { act, seg } = call;
      act.ack();
      call.meet();
      act.signal('connection established');
      act.become('ESTABLISHED');
      act.acknowledge(seg.ack);
      act.transmit();
      act.goOn(seg);
    },
  },
  {
    name: 'crossed',
    fits: (c) => c.seg.ctl.syn,
    take: (call) => {
      const { act, tcb } = call;
      call.meet();
      act.become('SYN-RECEIVED');
      tcb.openedBy = 'active';
      act.send({ syn: true, ack: true }, { seq: tcb.snd.una, ack: tcb.rcv.nxt });
    },
  },
];

export const synSent: Plank = (tcb, seg, act) => {
  const call = new Call(tcb, seg, act);
  ANSWERS.find(({ fits }) => fits(call))?.take(call);
};
