import { add, lt, stepsOf, type Act, type Check, type Handler, type Segment, type Tcb } from 'tcp';

/** The state follows from two questions; a record of closures; no early returns. */
const isClosing = (tcb: Tcb) => tcb.finQueued;
const isAcknowledged = ({ finSeq, snd }: Tcb) => finSeq !== null && !lt(snd.una, add(finSeq, 1));

const refuse = (act: Act): void => act.signal('connection closing');

function begin(tcb: Tcb, act: Act): void {
  tcb.state = 'FIN-WAIT-1';
  tcb.finQueued = true;
  act.transmit('3.10.4');
}

export const close: Handler<'CLOSE'> = (tcb, _, act) =>
  isClosing(tcb) ? refuse(act) : begin(tcb, act);

export function closeEarly(tcb: Tcb, _event: unknown, act: Act): void {
  if (isClosing(tcb)) refuse(act);
  else if (tcb.out.length > 0) Object.assign(tcb, { finQueued: true });
  else begin(tcb, act);
}

/** What ESTABLISHED does, and something after it. */
const asEstablished =
  (name: 'ack' | 'text', then: (tcb: Tcb, act: Act) => void = () => {}): Check =>
  (tcb, seg, act) => {
    const verdict = stepsOf('ESTABLISHED')[name](tcb, seg, act);
    if (verdict === 'continue') then(tcb, act);
    return verdict;
  };

const text = asEstablished('text');

export const finWait1 = {
  ack: asEstablished('ack', (tcb, act) => {
    if (!isAcknowledged(tcb)) return;
    act.signal('ok');
    act.become('FIN-WAIT-2');
  }),
  text,
};

export const finWait2 = {
  ack: asEstablished('ack'),
  text,
  fin(tcb: Tcb, _seg: Segment, { ack, arm, become, config, signal }: Act) {
    arm('TIME-WAIT', config.msl + config.msl, 'MUST-13');
    become('TIME-WAIT');
    signal('connection closing');
    ack();
    tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
    return 'stop' as const;
  },
};
