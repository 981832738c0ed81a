import {
  lt,
  type Act,
  type Config,
  type Segment,
  type StateSteps,
  type Tcb,
  type Handler,
} from 'tcp';

class Waiting {
  private readonly tcb: Readonly<Tcb>;

  constructor(tcb: Readonly<Tcb>) {
    this.tcb = tcb;
  }

  begin({ arm, config }: Act): void {
    arm('TIME-WAIT', 2 * config.msl);
  }

  knows({ seq }: Segment): boolean {
    return !lt(this.tcb.rcv.nxt, seq);
  }

  /** Negative: older; 0: the same, or nobody knows; positive: newer. */
  clock({ options: { ts } }: Segment): number {
    const last = this.tcb.rcv.tsRecent;
    if (ts === undefined || last === ts.val) return 0;
    return last === null || lt(last, ts.val) ? 1 : -1;
  }
}

export function mayReopen(tcb: Readonly<Tcb>, seg: Segment, config: Config): boolean {
  if (config.reopen === 'never') return false;
  if (seg.ctl.ack) return false;
  const waiting = new Waiting(tcb);
  const clock = config.reopen === 'RFC 6191' ? waiting.clock(seg) : 0;
  return clock > 0 || (clock === 0 && !waiting.knows(seg));
}

export const timeWait: StateSteps & { timeout: Handler<'TIMEOUT'> } = {
  rst: (_tcb, _seg, act) => {
    if (act.config.resetInTimeWait === 'ignore') return 'stop';
    act.become('CLOSED');
    return 'continue';
  },
  syn: (tcb, seg, act) => {
    const { listening, config, reopen, ack } = act;
    if (listening && mayReopen(tcb, seg, config)) reopen(seg, tcb.snd.nxt);
    else ack();
    return 'stop';
  },
  ack: (tcb, seg, act) => {
    if (seg.ctl.fin) {
      act.ack();
      new Waiting(tcb).begin(act);
    }
    return 'continue';
  },
  text: () => 'continue',
  fin: () => 'continue',
  timeout: (_tcb, _event, act) => act.become('CLOSED'),
};
