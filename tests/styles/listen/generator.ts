import { add, type Act, type Plank, type Segment, type Tcb } from 'tcp';

type Command = (act: Act) => void;

/** A generator tells what to do; a loop does it. Uses its own bits and a Map. */
function* plan(tcb: Tcb, seg: Segment): Generator<Command, void, undefined> {
  const kinds = new Map<string, boolean>(Object.entries(seg.ctl));
  if (kinds.get('rst') === true) return;
  if (kinds.get('ack')) {
    yield (act) => act.send({ rst: true }, { seq: seg.ack });
    return;
  }
  if (!kinds.get('syn')) {
    yield (act) => act.drop('neither RST, ACK nor SYN');
    return;
  }
  let iss = 0;
  yield (act) => {
    iss = act.isn();
  };
  yield (act) => act.become('SYN-RECEIVED', '3.10.7.2/3');
  yield (act) =>
    act.send(
      { syn: true, ack: true },
      { seq: iss, ack: Number((BigInt(seg.seq) + 1n) & 0xffffffffn) },
    );
  tcb.irs = seg.seq;
  tcb.rcv.nxt = add(tcb.irs, 1);
  tcb.iss = iss;
  tcb.snd.una = iss;
  tcb.snd.nxt = iss;
  tcb.snd.nxt = add(tcb.snd.nxt, 1);
  tcb.openedBy = 'passive';
}

export const listen: Plank = (tcb, seg, act) => {
  for (const command of plan(tcb, seg)) command(act);
};
