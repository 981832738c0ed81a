import { add, leq, stepsOf, type Act, type Check, type Handler, type Tcb } from 'tcp';

/** What is to be done is put into a list first, and done at the end. */
type Deed = (tcb: Tcb, act: Act) => void;

const deeds = {
  count: (tcb) => {
    tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
  },
  answer: (_tcb, act) => act.ack(),
  tell: (_tcb, act) => act.signal('connection closing'),
  wait: (_tcb, act) => act.become('CLOSE-WAIT'),
  queue: (tcb) => {
    tcb.finQueued = true;
  },
  send: (_tcb, act) => act.transmit(),
  end: (_tcb, act) => act.become('CLOSED'),
} satisfies Record<string, Deed>;

type Name = keyof typeof deeds;
const run = (names: readonly Name[], tcb: Tcb, act: Act): void =>
  names.forEach((name) => deeds[name](tcb, act));

const always =
  (verdict: 'continue' | 'stop', ...names: readonly Name[]): Check =>
  (tcb, _seg, act) => {
    run(names, tcb, act);
    return verdict;
  };

const established: Check = (...args) => stepsOf('ESTABLISHED').ack(...args);
const close: Handler<'CLOSE'> = (tcb, _event, act) =>
  run(tcb.finQueued ? ['tell'] : ['queue', 'send'], tcb, act);

export const establishedFin = always('stop', 'answer', 'wait', 'tell', 'count');

export const closeWait = Object.freeze({
  ack: established,
  text: always('continue'),
  fin: always('stop', 'answer'),
  close,
});

export const lastAck = Object.freeze({
  ack: ((tcb, seg, act) => {
    const verdict = established(tcb, seg, act);
    const isOver = verdict === 'continue' && leq(tcb.snd.nxt, tcb.snd.una);
    if (isOver) run(['end'], tcb, act);
    return isOver ? 'stop' : verdict;
  }) satisfies Check,
  text: always('continue'),
  fin: always('stop', 'answer'),
});
