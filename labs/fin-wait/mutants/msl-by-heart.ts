// killed by: msl-is-a-setting
// TIME-WAIT lasts four minutes, whatever the MSL is.
import { add, lt, stepsOf, type Check, type Handler } from 'tcp';

export const close: Handler<'CLOSE'> = (tcb, _event, act) => {
  if (tcb.finQueued) return act.signal('connection closing');
  tcb.finQueued = true;
  act.become('FIN-WAIT-1');
  act.transmit();
};

export const closeEarly: Handler<'CLOSE'> = (tcb, event, act) => {
  if (tcb.finQueued || tcb.out.length === 0) return close(tcb, event, act);
  tcb.finQueued = true;
};

export const finWait1: { ack: Check; text: Check } = {
  ack(tcb, seg, act) {
    if (stepsOf('ESTABLISHED').ack(tcb, seg, act) === 'stop') return 'stop';
    if (tcb.finSeq !== null && lt(tcb.finSeq, tcb.snd.una)) {
      act.become('FIN-WAIT-2');
      act.signal('ok');
    }
    return 'continue';
  },
  text: (tcb, seg, act) => stepsOf('ESTABLISHED').text(tcb, seg, act),
};

export const finWait2: { ack: Check; text: Check; fin: Check } = {
  ack: (tcb, seg, act) => stepsOf('ESTABLISHED').ack(tcb, seg, act),
  text: (tcb, seg, act) => stepsOf('ESTABLISHED').text(tcb, seg, act),
  fin(tcb, _seg, act) {
    tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
    act.signal('connection closing');
    act.ack();
    act.become('TIME-WAIT');
    act.arm('TIME-WAIT', 240_000);
    return 'stop';
  },
};
