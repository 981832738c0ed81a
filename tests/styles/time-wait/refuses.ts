import type { Handler, StateSteps } from 'tcp';

// RFC 9293 lets a host reopen a connection, and asks it of nobody: this one never does.

export const mayReopen = () => false;

export const timeWait: StateSteps & { timeout: Handler<'TIMEOUT'> } = {
  rst(_tcb, _seg, act) {
    if (act.config.resetInTimeWait !== 'ignore') act.become('CLOSED');
    return 'stop';
  },
  syn(_tcb, _seg, act) {
    act.ack();
    return 'stop';
  },
  ack(_tcb, { ctl }, act) {
    if (ctl.fin) {
      act.arm('TIME-WAIT', act.config.msl * 2);
      act.ack();
    }
    return 'stop';
  },
  text: () => 'stop',
  fin: () => 'stop',
  timeout: (_tcb, _event, act) => act.become('CLOSED'),
};
