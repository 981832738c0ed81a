import {
  add,
  lt,
  segLen,
  type Config,
  type Handler,
  type Segment,
  type StateSteps,
  type Tcb,
} from 'tcp';

/** Only the FIN that ends at RCV.NXT is one that comes again; the last number used is that of our FIN. */
const comesAgain = ({ rcv }: Readonly<Tcb>, seg: Segment): boolean =>
  seg.ctl.fin && add(seg.seq, segLen(seg)) === rcv.nxt;

export const timeWait: StateSteps & { timeout: Handler<'TIMEOUT'> } = {
  rst(_tcb, _seg, act) {
    if (act.config.resetInTimeWait === 'delete') {
      act.disarm('TIME-WAIT');
      act.become('CLOSED');
    }
    return 'stop';
  },
  syn(tcb, seg, act) {
    if (!act.listening || !mayReopen(tcb, seg, act.config)) {
      act.send({ ack: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt });
      return 'stop';
    }
    act.reopen(seg, add(tcb.snd.nxt, -1));
    return 'stop';
  },
  ack(tcb, seg, act) {
    if (comesAgain(tcb, seg)) {
      act.arm('TIME-WAIT', 2 * act.config.msl);
      act.ack();
    }
    return 'stop';
  },
  text: () => 'stop',
  fin: () => 'stop',
  timeout(tcb) {
    tcb.state = 'CLOSED';
  },
};

export function mayReopen({ rcv }: Readonly<Tcb>, seg: Segment, config: Config): boolean {
  const stamp = seg.options.ts?.val;
  const ways: Readonly<Record<Config['reopen'], () => boolean>> = {
    never: () => false,
    sequence: () => lt(rcv.nxt, seg.seq),
    'RFC 6191': () =>
      stamp === undefined || stamp === rcv.tsRecent
        ? lt(rcv.nxt, seg.seq)
        : rcv.tsRecent === null || lt(rcv.tsRecent, stamp),
  };
  return !seg.ctl.ack && ways[config.reopen]();
}
