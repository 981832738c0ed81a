import { lt, stepsOf, type Act, type Check, type CheckedState, type Handler, type Tcb } from 'tcp';

/** What each state does with a reset that is believed, as far as it is written here. */
const END: Readonly<Record<'open' | 'closing', readonly ((act: Act) => void)[]>> = {
  open: [(act) => act.become('CLOSED'), (act) => act.signal('connection reset')],
  closing: [(act) => act.become('CLOSED')],
};
const ending =
  (which: keyof typeof END): Check =>
  (_tcb, _seg, act) => {
    for (const deed of END[which]) deed(act);
    return 'stop';
  };

const challengeAck = ({ snd, rcv }: Tcb) => ({ seq: snd.nxt, ack: rcv.nxt });

export const resetOpen = ending('open');
export const resetClosing = ending('closing');
export const challenge: Check = (_tcb, _seg, act) => (act.ack(), 'stop');

export const rst: Check = (tcb, seg, act) => {
  const isExact = !lt(seg.seq, tcb.rcv.nxt) && !lt(tcb.rcv.nxt, seg.seq);
  if (!seg.ctl.rst) return 'continue';
  if (!isExact) return challenge(tcb, seg, act);
  return stepsOf(tcb.state as CheckedState).rst(tcb, seg, act);
};

export const abort: Handler<'ABORT'> = (tcb, _event, act) => {
  const waits = [...tcb.receives, ...tcb.out].length > 0;
  const { seq } = challengeAck(tcb);
  act.become('CLOSED');
  act.send({ rst: true }, { seq });
  if (waits) act.signal('connection reset');
};
