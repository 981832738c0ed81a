import { lt, type Act, type Check, type Config, type Handler, type Segment, type Tcb } from 'tcp';

/** What is known of a SYN against an old connection. */
type Order = 'older' | 'same' | 'newer';

const order = (known: number, said: number): Order =>
  known === said ? 'same' : lt(known, said) ? 'newer' : 'older';

const BY_CLOCK: Readonly<Record<Order, (byNumber: Order) => boolean>> = {
  newer: () => true,
  same: (byNumber) => byNumber === 'newer',
  older: () => false,
};

const RULES: Readonly<Record<Config['reopen'], (tcb: Readonly<Tcb>, seg: Segment) => boolean>> = {
  never: () => false,
  sequence: (tcb, seg) => order(tcb.rcv.nxt, seg.seq) === 'newer',
  'RFC 6191'(tcb, seg) {
    const said = seg.options.ts?.val;
    const known = tcb.rcv.tsRecent;
    if (said === undefined) return RULES.sequence(tcb, seg);
    if (known === null) return true;
    return BY_CLOCK[order(known, said)](order(tcb.rcv.nxt, seg.seq));
  },
};

export const mayReopen = (tcb: Readonly<Tcb>, seg: Segment, config: Config): boolean =>
  seg.ctl.syn && !seg.ctl.ack && !seg.ctl.rst && RULES[config.reopen](tcb, seg);

const stop =
  (what: (act: Act, tcb: Tcb, seg: Segment) => void): Check =>
  (tcb, seg, act) => {
    what(act, tcb, seg);
    return 'stop';
  };

const timeout: Handler<'TIMEOUT'> = (_tcb, { timer }, act) => {
  if (timer === 'TIME-WAIT') act.become('CLOSED');
};

export const timeWait = {
  rst: stop((act) => {
    if (act.config.resetInTimeWait === 'delete') act.become('CLOSED');
  }),
  syn: stop((act, tcb, seg) => {
    const isCall = act.listening && mayReopen(tcb, seg, act.config);
    return isCall ? act.reopen(seg, tcb.snd.una) : act.ack();
  }),
  ack: stop((act, _tcb, seg) => {
    if (!seg.ctl.fin) return;
    act.ack();
    act.arm('TIME-WAIT', 2 * act.config.msl);
  }),
  text: stop(() => {}),
  fin: stop(() => {}),
  timeout,
};
