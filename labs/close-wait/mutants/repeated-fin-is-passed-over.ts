// killed by: repeated-fin-is-answered
// The first FIN is acknowledged by hand, but RCV.NXT is left before it. The FIN that comes
// again then lies inside the window, and nobody answers it.
import { add, stepsOf, type Check, type Handler } from 'tcp';

export const establishedFin: Check = (tcb, _seg, act) => {
  act.signal('connection closing');
  act.send({ ack: true }, { seq: tcb.snd.nxt, ack: add(tcb.rcv.nxt, 1) });
  act.become('CLOSE-WAIT');
  return 'stop';
};

const answerFin: Check = () => 'stop';

export const closeWait: { ack: Check; text: Check; fin: Check; close: Handler<'CLOSE'> } = {
  ack: (tcb, seg, act) => stepsOf('ESTABLISHED').ack(tcb, seg, act),
  text: () => 'continue',
  fin: answerFin,

  close(tcb, _event, act) {
    if (tcb.finQueued) return act.signal('connection closing');
    tcb.finQueued = true;
    act.transmit();
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
