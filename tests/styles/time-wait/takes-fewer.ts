import { lt, type Config, type Handler, type Segment, type StateSteps, type Tcb } from 'tcp';

/** Takes fewer calls than it may: by RFC 6191 only what neither number nor timestamp speaks against. */
export function mayReopen(tcb: Readonly<Tcb>, seg: Segment, config: Config): boolean {
  if (config.reopen === 'never' || seg.ctl.ack || seg.ctl.fin) return false;
  if (!lt(tcb.rcv.nxt, seg.seq)) return false;
  const { ts } = seg.options;
  const { tsRecent } = tcb.rcv;
  if (config.reopen === 'sequence' || ts === undefined || tsRecent === null) return true;
  return ts.val === tsRecent || lt(tsRecent, ts.val);
}

export const timeWait: StateSteps & { timeout: Handler<'TIMEOUT'> } = {
  rst(_tcb, _seg, act) {
    if (act.config.resetInTimeWait === 'delete') act.become('CLOSED');
    return 'stop';
  },
  syn(tcb, seg, act) {
    if (act.listening && mayReopen(tcb, seg, act.config)) {
      act.reopen(seg, (tcb.snd.nxt - 1) >>> 0);
      return 'continue';
    }
    act.send({ ack: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt });
    return 'stop';
  },
  ack(_tcb, { ctl }, act) {
    if (ctl.fin) {
      act.arm('TIME-WAIT', act.config.msl + act.config.msl);
      act.ack();
    }
    return 'stop';
  },
  text: () => 'stop',
  fin: () => 'stop',
  timeout(_tcb, _event, act) {
    act.become('CLOSED');
  },
};
