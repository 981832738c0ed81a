import { add, lt, stepsOf, type Check, type Handler } from 'tcp';

// The RFC's sentences as comments, in their order, and nothing shared.

export const establishedFin: Check = (tcb, seg, act) => {
  if (!seg.ctl.fin) return 'continue';
  // "signal the user "connection closing""
  act.signal('connection closing');
  // "advance RCV.NXT over the FIN"
  tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
  // "and send an acknowledgment for the FIN"
  act.ack();
  // "Enter the CLOSE-WAIT state."
  act.become('CLOSE-WAIT');
  return 'stop';
};

export const closeWait: { ack: Check; text: Check; fin: Check; close: Handler<'CLOSE'> } = {
  // "Do the same processing as for the ESTABLISHED state."
  ack(tcb, seg, act) {
    const verdict = stepsOf('ESTABLISHED').ack(tcb, seg, act);
    return verdict;
  },
  // "Ignore the segment text."
  text(_tcb, seg) {
    return seg.ctl.fin ? 'continue' : 'stop';
  },
  // "Remain in the CLOSE-WAIT state."
  fin(_tcb, _seg, act) {
    act.ack();
    return 'continue';
  },
  // "Queue this request until all preceding SENDs have been segmentized; then send a FIN segment,
  // enter LAST-ACK state."
  close(tcb, _event, act) {
    if (!tcb.finQueued) {
      tcb.finQueued = true;
      act.transmit();
    } else {
      act.signal('connection closing');
    }
  },
};

export const lastAck: { ack: Check; text: Check; fin: Check } = {
  ack(tcb, seg, act) {
    const verdict = stepsOf('ESTABLISHED').ack(tcb, seg, act);
    // "If our FIN is now acknowledged, delete the TCB, enter the CLOSED state, and return."
    const { finSeq, snd } = tcb;
    if (verdict === 'continue' && finSeq !== null && lt(finSeq, snd.una)) {
      act.become('CLOSED');
      return 'stop';
    }
    return verdict;
  },
  text(_tcb, seg) {
    return seg.ctl.fin ? 'continue' : 'stop';
  },
  // "Remain in the LAST-ACK state."
  fin(_tcb, _seg, act) {
    act.ack();
    return 'continue';
  },
};
