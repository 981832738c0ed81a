// killed by: full-window-holds-the-fin-back
// The FIN is sent by hand when no text waits, whether there is room or not.
import { add, stepsOf, type Check, type Handler } from 'tcp';

export const establishedFin: Check = (tcb, _seg, act) => {
  tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
  act.signal('connection closing');
  act.ack();
  act.become('CLOSE-WAIT');
  return 'stop';
};

const answerFin: Check = (_tcb, _seg, act) => {
  act.ack();
  return 'stop';
};

export const closeWait: { ack: Check; text: Check; fin: Check; close: Handler<'CLOSE'> } = {
  ack: (tcb, seg, act) => stepsOf('ESTABLISHED').ack(tcb, seg, act),
  text: () => 'continue',
  fin: answerFin,

  close(tcb, _event, act) {
    if (tcb.finQueued) return act.signal('connection closing');
    tcb.finQueued = true;
    if (tcb.out.length > 0) return act.transmit();
    act.send({ fin: true, ack: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt });
    tcb.snd.nxt = add(tcb.snd.nxt, 1);
    act.become('LAST-ACK');
  },
};

export const lastAck: { ack: Check; text: Check; fin: Check } = {
  ack(tcb, seg, act) {
    if (stepsOf('ESTABLISHED').ack(tcb, seg, act) === 'stop') return 'stop';
    if (tcb.snd.una !== tcb.snd.nxt) return 'continue';
    act.become('CLOSED');
    return 'stop';
  },
  text: () => 'continue',
  fin: answerFin,
};
