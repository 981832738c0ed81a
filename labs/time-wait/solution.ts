import { lt, type Config, type Handler, type Segment, type StateSteps, type Tcb } from 'tcp';

/** What TIME-WAIT adds to the checks of a segment, and how it ends (RFC 9293 §3.10.7.4, §3.10.8). */
export const timeWait: StateSteps & { timeout: Handler<'TIMEOUT'> } = {
  // Second check. RFC 9293 deletes the TCB; a host that follows RFC 1337 ignores the reset.
  rst(_tcb, _seg, act) {
    if (act.config.resetInTimeWait === 'delete') act.become('CLOSED');
    return 'stop';
  },

  // Fourth check: a new call, or a challenge ACK.
  syn(tcb, seg, act) {
    if (act.listening && mayReopen(tcb, seg, act.config)) act.reopen(seg, tcb.snd.nxt);
    else act.ack();
    return 'stop';
  },

  // Fifth check: the peer's FIN comes again, because our ACK was lost. Nothing else counts.
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

/** May this SYN open a new connection in the place of the old one (MAY-2, RFC 6191)? */
export function mayReopen(tcb: Readonly<Tcb>, seg: Segment, config: Config): boolean {
  if (config.reopen === 'never' || seg.ctl.ack) return false;

  const isNewer = lt(tcb.rcv.nxt, seg.seq);
  const { ts } = seg.options;
  if (config.reopen === 'sequence' || ts === undefined) return isNewer;

  const { tsRecent } = tcb.rcv;
  if (tsRecent === null) return true;
  return lt(tsRecent, ts.val) || (tsRecent === ts.val && isNewer);
}
