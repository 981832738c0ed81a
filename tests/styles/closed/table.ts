import { add, segLen, type Ctl, type Plank, type Segment, type Seq } from 'tcp';

interface Reset {
  readonly on: Partial<Ctl>;
  readonly fields: (seg: Segment) => { seq: Seq; ack?: Seq };
}

/** What answers a segment, by its RST and ACK bits; no entry: nothing does. */
const ANSWERS: Readonly<Record<string, Reset>> = {
  'false,true': { on: { rst: true }, fields: ({ ack }) => ({ seq: ack }) },
  'false,false': {
    on: { rst: true, ack: true },
    fields: (seg) => ({ seq: 0, ack: add(seg.seq, segLen(seg)) }),
  },
};

export const closed: Plank = (_tcb, seg, act) => {
  const answer = ANSWERS[`${seg.ctl.rst},${seg.ctl.ack}`];
  if (answer === undefined) act.drop('a reset');
  else act.send(answer.on, answer.fields(seg));
};
