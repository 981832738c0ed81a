// killed by: number-decides-where-the-host-says-so
// Timestamps decide wherever there are some, whatever the host is set to.
import { lt, type Config, type Handler, type Segment, type StateSteps, type Tcb } from 'tcp';

export const timeWait: StateSteps & { timeout: Handler<'TIMEOUT'> } = {
  rst(_tcb, _seg, act) {
    if (act.config.resetInTimeWait === 'delete') act.become('CLOSED');
    return 'stop';
  },

  syn(tcb, seg, act) {
    if (act.listening && mayReopen(tcb, seg, act.config)) act.reopen(seg, tcb.snd.nxt);
    else act.ack();
    return 'stop';
  },

  ack(_tcb, seg, act) {
    if (!seg.ctl.fin) return 'stop';
    act.ack();
    act.arm('TIME-WAIT', 2 * act.config.msl);
    return 'stop';
  },
  text: () => 'continue',
  fin: () => 'stop',

  timeout(_tcb, _event, act) {
    act.become('CLOSED');
  },
};

export function mayReopen(tcb: Readonly<Tcb>, seg: Segment, config: Config): boolean {
  if (config.reopen === 'never' || seg.ctl.ack) return false;

  const isNewer = lt(tcb.rcv.nxt, seg.seq);
  const { ts } = seg.options;
  if (ts === undefined) return isNewer;

  const { tsRecent } = tcb.rcv;
  if (tsRecent === null) return true;
  return lt(tsRecent, ts.val) || (tsRecent === ts.val && isNewer);
}
