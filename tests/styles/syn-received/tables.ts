import type { Check, StateSteps, Tcb } from 'tcp';

type Origin = 'active' | 'passive';
const originOf = ({ openedBy }: Tcb): Origin => (openedBy === 'passive' ? 'passive' : 'active');
const goOn: Check = () => 'continue';

/** A table by origin for each check; the ring by distances. */
const rst: Record<Origin, Check> = {
  passive: (_tcb, _seg, { become }) => {
    become('LISTEN', 'MUST-11');
    return 'stop';
  },
  active: (_tcb, _seg, { become, signal }) => {
    signal('connection refused', '3.10.7.4/2');
    become('CLOSED');
    return 'stop';
  },
};

const syn: Record<Origin, Check> = {
  passive: rst.passive,
  active: (tcb, seg, act) => {
    if (seg.ctl.ack && seg.seq === tcb.irs) return 'continue';
    act.ack();
    act.drop('a SYN on a call of ours');
    return 'stop';
  },
};

const ahead = (from: number, to: number) => (to - from) >>> 0;

export const synReceived: StateSteps = {
  rst: (...args) => rst[originOf(args[0])](...args),
  syn: (...args) => syn[originOf(args[0])](...args),
  ack: (tcb, seg, act) => {
    const acked = ahead(tcb.snd.una, seg.ack);
    const isAcceptable = acked > 0 && acked <= ahead(tcb.snd.una, tcb.snd.nxt);
    if (!isAcceptable) {
      act.reset(seg);
      return 'stop';
    }
    Object.assign(tcb.snd, { wnd: seg.wnd, wl1: seg.seq, wl2: seg.ack });
    tcb.state = tcb.finQueued ? 'FIN-WAIT-1' : 'ESTABLISHED';
    act.acknowledge(seg.ack);
    act.transmit();
    act.signal('connection established');
    return 'continue';
  },
  text: goOn,
  fin: goOn,
};
