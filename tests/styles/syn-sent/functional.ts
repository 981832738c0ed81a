import { add, between, type Act, type Plank, type Segment, type Tcb } from 'tcp';

type Effect = (act: Act) => void;
type Next = readonly [changes: Partial<Tcb>, effects: readonly Effect[]];

/** Pure: a segment and a TCB give what changes and what is to do. */
function react(tcb: Readonly<Tcb>, seg: Segment): Next {
  const { ack, rst, syn } = seg.ctl;
  const acked = between(tcb.iss, seg.ack, tcb.snd.nxt);
  if (ack && !acked) return [{}, rst ? [] : [(act) => act.reset(seg, '3.10.7.3/1')]];
  if (rst && ack)
    return [{}, [(act) => act.signal('connection reset'), (act) => act.become('CLOSED')]];
  if (rst || !syn) return [{}, []];
  const nxt = add(seg.seq, 1);
  const changes = {
    irs: seg.seq,
    rcv: { ...tcb.rcv, nxt },
    snd: { ...tcb.snd, wnd: seg.wnd, wl1: seg.seq, wl2: seg.ack },
  };
  if (!ack) {
    return [
      changes,
      [
        (act) => act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: nxt }),
        (act) => act.become('SYN-RECEIVED'),
      ],
    ];
  }
  return [
    changes,
    [
      (act) => act.become('ESTABLISHED'),
      (act) => act.ack(),
      (act) => act.signal('connection established'),
      (act) => act.acknowledge(seg.ack),
      (act) => act.goOn(seg),
    ],
  ];
}

export const synSent: Plank = (tcb, seg, act) => {
  const [changes, effects] = react(tcb, seg);
  Object.assign(tcb, changes);
  effects.forEach((effect) => effect(act));
};
