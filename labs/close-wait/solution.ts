import { add, stepsOf, type Check, type Handler } from 'tcp';

/** ESTABLISHED, eighth check: the peer has no more to say (RFC 9293 §3.10.7.4). */
export const establishedFin: Check = (tcb, _seg, act) => {
  tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
  act.signal('connection closing');
  act.ack();
  act.become('CLOSE-WAIT');
  return 'stop';
};

/** Nothing can follow the end of the stream: a FIN behind it is answered, and nothing moves. */
const answerFin: Check = (_tcb, _seg, act) => {
  act.ack();
  return 'stop';
};

/** The peer has closed its direction. Ours stays open until our user closes it. */
export const closeWait: { ack: Check; text: Check; fin: Check; close: Handler<'CLOSE'> } = {
  ack: (tcb, seg, act) => stepsOf('ESTABLISHED').ack(tcb, seg, act),
  text: () => 'continue',
  fin: answerFin,

  // CLOSE (§3.10.4): the FIN leaves after all queued text, and LAST-ACK begins when it leaves.
  close(tcb, _event, act) {
    if (tcb.finQueued) return act.signal('connection closing');
    tcb.finQueued = true;
    act.transmit();
  },
};

/** Our FIN is sent as well. Only its ACK is missing. */
export const lastAck: { ack: Check; text: Check; fin: Check } = {
  ack(tcb, seg, act) {
    if (stepsOf('ESTABLISHED').ack(tcb, seg, act) === 'stop') return 'stop';
    // Our FIN has the last number that was sent.
    if (tcb.snd.una !== tcb.snd.nxt) return 'continue';
    act.become('CLOSED');
    return 'stop';
  },
  text: () => 'continue',
  fin: answerFin,
};
