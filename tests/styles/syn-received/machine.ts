import { lt, type Act, type Check, type Segment, type StateSteps, type Tcb } from 'tcp';

/** A list of rules per check: the first whose question fits decides. Nothing is written but at the end. */
interface Rule {
  readonly when: (tcb: Readonly<Tcb>, seg: Segment) => boolean;
  readonly then: Check;
}
const first =
  (...rules: readonly Rule[]): Check =>
  (tcb, seg, act) =>
    rules.find(({ when }) => when(tcb, seg))?.then(tcb, seg, act) ?? 'stop';

const listened = (tcb: Readonly<Tcb>) => tcb.openedBy !== 'active';
const otherwise = () => true;
const backToListen: Check = (_tcb, _seg, act) => (act.become('LISTEN'), 'stop');
const stop =
  (what: (act: Act, seg: Segment) => void): Check =>
  (_tcb, seg, act) => {
    what(act, seg);
    return 'stop';
  };

export const synReceived: StateSteps = Object.freeze({
  rst: first(
    { when: listened, then: backToListen },
    {
      when: otherwise,
      then: stop((act) => {
        act.become('CLOSED');
        act.signal('connection refused');
      }),
    },
  ),
  syn: first(
    { when: listened, then: backToListen },
    { when: (tcb, seg) => seg.ctl.ack && seg.seq === tcb.irs, then: () => 'continue' },
    { when: otherwise, then: stop((act) => act.ack()) },
  ),
  ack: first(
    { when: (tcb, seg) => !lt(tcb.snd.una, seg.ack), then: stop((act, seg) => act.reset(seg)) },
    {
      when: (tcb, seg) => lt(tcb.snd.nxt, seg.ack),
      then: stop((act, seg) => act.send({ rst: true }, { seq: seg.ack })),
    },
    {
      when: otherwise,
      then: (tcb, seg, act) => {
        act.transmit();
        act.acknowledge(seg.ack);
        act.become('ESTABLISHED');
        act.signal('connection established');
        Object.assign(tcb, { snd: { ...tcb.snd, wnd: seg.wnd, wl1: seg.seq, wl2: seg.ack } });
        if (tcb.finQueued) act.become('FIN-WAIT-1');
        return 'continue';
      },
    },
  ),
  text: () => 'continue',
  fin: () => 'continue',
} satisfies StateSteps);
