// killed by: other-reset-is-challenged
// The challenge ACK acknowledges what the reset named.
import { stepsOf, type Check, type CheckedState, type Handler } from 'tcp';

export const rst: Check = (tcb, seg, act) => {
  if (!seg.ctl.rst) return 'continue';
  if (seg.seq === tcb.rcv.nxt) return stepsOf(tcb.state as CheckedState).rst(tcb, seg, act);
  act.send({ ack: true }, { seq: tcb.snd.nxt, ack: seg.seq });
  return 'stop';
};

export const resetOpen: Check = (_tcb, _seg, act) => {
  act.signal('connection reset');
  act.become('CLOSED');
  return 'stop';
};

export const resetClosing: Check = (_tcb, _seg, act) => {
  act.become('CLOSED');
  return 'stop';
};

export const challenge: Check = (_tcb, _seg, act) => {
  act.ack();
  return 'stop';
};

export const abort: Handler<'ABORT'> = (tcb, _event, act) => {
  act.send({ rst: true }, { seq: tcb.snd.nxt });
  if (tcb.out.length > 0 || tcb.receives.length > 0) act.signal('connection reset');
  act.become('CLOSED');
};
