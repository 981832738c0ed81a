import {
  lt,
  stepsOf,
  type Act,
  type Check,
  type Handler,
  type Segment,
  type Tcb,
  type Verdict,
} from 'tcp';

/** Small deeds put together into checks; CLOSE asks for the state alone. */
type Ctx = { tcb: Tcb; seg: Segment; act: Act };
const check =
  (f: (c: Ctx) => Verdict): Check =>
  (tcb, seg, act) =>
    f({ tcb, seg, act });
const pipe = (...fs: ((c: Ctx) => Verdict)[]) =>
  check((c) => {
    for (const f of fs) if (f(c) === 'stop') return 'stop';
    return 'continue';
  });
const ack = ({ tcb, seg, act }: Ctx) => stepsOf('ESTABLISHED').ack(tcb, seg, act);
const text = ({ tcb, seg, act }: Ctx) => stepsOf('ESTABLISHED').text(tcb, seg, act);
const maybeFw2 = ({ tcb, act }: Ctx): Verdict => {
  if (lt(tcb.finSeq ?? tcb.snd.una, tcb.snd.una)) {
    tcb.state = 'FIN-WAIT-2';
    act.signal('ok');
  }
  return 'continue';
};
const over = ({ tcb }: Ctx): Verdict => {
  tcb.rcv.nxt = (tcb.rcv.nxt + 1) % 2 ** 32;
  return 'continue';
};
const tell = ({ act }: Ctx): Verdict => {
  act.signal('connection closing');
  return 'continue';
};
const answer = ({ act }: Ctx): Verdict => {
  act.ack();
  return 'continue';
};
const wait = ({ act }: Ctx): Verdict => {
  act.become('TIME-WAIT');
  act.arm('TIME-WAIT', 2 * act.config.msl);
  return 'stop';
};
export const finWait1 = { ack: pipe(ack, maybeFw2), text: pipe(text) };
export const finWait2 = { ack: pipe(ack), text: pipe(text), fin: pipe(answer, tell, over, wait) };
export const close: Handler<'CLOSE'> = (tcb, _event, act) => {
  switch (tcb.state) {
    case 'ESTABLISHED':
    case 'SYN-RECEIVED':
      tcb.finQueued = true;
      tcb.state = 'FIN-WAIT-1';
      act.transmit();
      return;
    default:
      act.signal('connection closing');
  }
};
export const closeEarly: Handler<'CLOSE'> = (tcb, event, act) => {
  const pending = tcb.out.byteLength > 0;
  if (tcb.finQueued) act.signal('connection closing');
  else if (pending) tcb.finQueued = true;
  else close(tcb, event, act);
};
