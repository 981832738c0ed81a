import { lt, type Check, type Config, type Handler, type Segment, type Tcb } from 'tcp';

// The fifth check lets everything pass; the eighth, which only a FIN reaches, does the work.

const goOn: Check = () => 'continue';

const rst: Check = (_tcb, _seg, act) => {
  switch (act.config.resetInTimeWait) {
    case 'delete':
      act.become('CLOSED');
      return 'stop';
    case 'ignore':
      return 'stop';
  }
};

const syn: Check = (tcb, seg, act) => {
  if (!act.listening || !mayReopen(tcb, seg, act.config)) {
    act.send({ ack: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt });
    return 'stop';
  }
  act.reopen(seg, tcb.snd.nxt);
  return 'stop';
};

const fin: Check = (_tcb, _seg, act) => {
  act.ack();
  act.disarm('TIME-WAIT');
  act.arm('TIME-WAIT', act.config.msl + act.config.msl);
  return 'continue';
};

const timeout: Handler<'TIMEOUT'> = (tcb) => {
  tcb.state = 'CLOSED';
};

export const timeWait = { rst, syn, ack: goOn, text: goOn, fin, timeout };

/** By the number alone: a newer timestamp is no reason to take an older number. */
export function mayReopen(tcb: Readonly<Tcb>, seg: Segment, { reopen }: Config): boolean {
  const { ts } = seg.options;
  const isOld = ts !== undefined && tcb.rcv.tsRecent !== null && lt(ts.val, tcb.rcv.tsRecent);
  return reopen !== 'never' && !seg.ctl.ack && !isOld && lt(tcb.rcv.nxt, seg.seq);
}
