// Each in the order in which the RFC tells it: the FIN first, then the state.
import { add, stepsOf, type Check, type Handler, type Tcb } from 'tcp';
export const close: Handler<'CLOSE'> = (tcb, _e, act) => {
  if (tcb.finQueued) {
    act.signal('connection closing');
    return;
  }
  tcb.finQueued = true;
  act.transmit();
  act.become('FIN-WAIT-1');
};
export const closeEarly: Handler<'CLOSE'> = (tcb, e, act) => {
  if (!tcb.finQueued && tcb.out.length > 0) tcb.finQueued = true;
  else close(tcb, e, act);
};
const finIsAcked = (tcb: Tcb) => tcb.finSeq !== null && tcb.snd.una === add(tcb.finSeq, 1);
export const finWait1: { ack: Check; text: Check } = {
  ack(tcb, seg, act) {
    const answer = stepsOf('ESTABLISHED').ack(tcb, seg, act);
    if (answer === 'continue' && finIsAcked(tcb)) {
      act.signal('ok');
      act.become('FIN-WAIT-2');
    }
    return answer;
  },
  text: (tcb, seg, act) => stepsOf('ESTABLISHED').text(tcb, seg, act),
};
export const finWait2: { ack: Check; text: Check; fin: Check } = {
  ack: (tcb, seg, act) => stepsOf('ESTABLISHED').ack(tcb, seg, act),
  text: (tcb, seg, act) => stepsOf('ESTABLISHED').text(tcb, seg, act),
  fin(tcb, _seg, act) {
    tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
    act.become('TIME-WAIT');
    act.arm('TIME-WAIT', 2 * act.config.msl);
    act.ack();
    act.signal('connection closing');
    return 'stop';
  },
};
