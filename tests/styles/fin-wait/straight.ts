import { add, lt, stepsOf, type Check, type Handler, type Plank } from 'tcp';

/** FIN-WAIT-1 takes a FIN that acknowledges ours by itself, and goes straight to TIME-WAIT. */
const end: Plank = (tcb, _seg, act) => {
  tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
  act.signal('connection closing');
  act.ack();
  act.become('TIME-WAIT');
  act.arm('TIME-WAIT', 2 * act.config.msl);
};

const { ack, text }: { ack: Check; text: Check } = {
  ack: (...args) => stepsOf('ESTABLISHED').ack(...args),
  text: (...args) => stepsOf('ESTABLISHED').text(...args),
};

export const close: Handler<'CLOSE'> = (tcb, _event, act) => {
  if (tcb.state !== 'ESTABLISHED' && tcb.state !== 'SYN-RECEIVED') {
    act.signal('connection closing');
    return;
  }
  act.become('FIN-WAIT-1');
  tcb.finQueued = true;
  act.transmit();
};

export const closeEarly: Handler<'CLOSE'> = (tcb, event, act) => {
  if (tcb.finQueued) act.signal('connection closing');
  else if (tcb.out.length > 0) tcb.finQueued = true;
  else close(tcb, event, act);
};

export const finWait1: { ack: Check; text: Check } = {
  ack(tcb, seg, act) {
    const verdict = ack(tcb, seg, act);
    const isDone = tcb.finSeq !== null && lt(tcb.finSeq, tcb.snd.una);
    if (verdict === 'stop' || !isDone) return verdict;
    act.signal('ok');
    // A FIN without text, and in its place, needs no further check.
    const isLast = seg.ctl.fin && seg.data.length === 0 && seg.seq === tcb.rcv.nxt;
    if (!isLast) {
      act.become('FIN-WAIT-2');
      return 'continue';
    }
    end(tcb, seg, act);
    return 'stop';
  },
  text,
};

export const finWait2: { ack: Check; text: Check; fin: Check } = {
  ack,
  text,
  fin(tcb, seg, act) {
    end(tcb, seg, act);
    return 'stop';
  },
};
