import { stepsOf, type Check, type Handler } from 'tcp';

// Every state is named; only what is not of this lab is asked of its own step.

export const resetOpen: Check = (tcb, _seg, act) => {
  act.signal('connection reset');
  tcb.state = 'CLOSED';
  return 'stop';
};

export const resetClosing: Check = (tcb) => {
  tcb.state = 'CLOSED';
  return 'continue';
};

export const rst: Check = (tcb, seg, act) => {
  if (seg.ctl.rst === false) return 'continue';
  if (seg.seq !== tcb.rcv.nxt) {
    act.ack();
    return 'stop';
  }
  switch (tcb.state) {
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
      return resetOpen(tcb, seg, act);
    case 'CLOSING':
    case 'LAST-ACK':
      return resetClosing(tcb, seg, act);
    case 'SYN-RECEIVED':
      return stepsOf('SYN-RECEIVED').rst(tcb, seg, act);
    default:
      return stepsOf('TIME-WAIT').rst(tcb, seg, act);
  }
};

export const challenge: Check = (_tcb, seg, act) => {
  if (!seg.ctl.syn) return 'continue';
  act.ack();
  return 'stop';
};

export const abort: Handler<'ABORT'> = (tcb, _event, act) => {
  if (tcb.receives.length || tcb.out.length) act.signal('connection reset');
  act.send({ rst: true, ack: false }, { seq: tcb.snd.nxt });
  tcb.state = 'CLOSED';
};
