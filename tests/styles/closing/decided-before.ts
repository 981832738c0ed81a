import { add, stepsOf, type Check } from 'tcp';

/** Reads from the segment whether it is for our FIN, before SND.UNA has moved. */
export const finWait1Fin: Check = (tcb, _seg, act) => {
  act.become('CLOSING');
  act.ack();
  tcb.rcv = { ...tcb.rcv, nxt: add(tcb.rcv.nxt, 1) };
  act.signal('connection closing');
  return 'continue';
};

export const closing = new (class {
  ack: Check = (tcb, seg, act) => {
    const isForFin = tcb.finSeq !== null && seg.ack === add(tcb.finSeq, 1);
    const goesOn = stepsOf('ESTABLISHED').ack(tcb, seg, act) === 'continue';
    if (goesOn && isForFin) {
      act.arm('TIME-WAIT', 2 * act.config.msl);
      act.become('TIME-WAIT');
    }
    return 'stop';
  };
  text: Check = () => 'stop';
  fin: Check = () => 'continue';
})();
