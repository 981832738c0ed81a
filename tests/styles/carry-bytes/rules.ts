import { leq, lt, type Act, type Check, type Piece, type Segment, type Seq, type Tcb } from 'tcp';

/** Questions with names, and answers that are looked up. */
type Kind = 'unsent' | 'new' | 'same' | 'old';

function kindOf({ snd }: Tcb, { ack }: Segment): Kind {
  if (!leq(ack, snd.nxt)) return 'unsent';
  if (ack === snd.una) return 'same';
  return lt(ack, snd.una) ? 'old' : 'new';
}

function setWindow(tcb: Tcb, seg: Segment): void {
  const isOlder = lt(seg.seq, tcb.snd.wl1) || (seg.seq === tcb.snd.wl1 && lt(seg.ack, tcb.snd.wl2));
  if (isOlder) return;
  tcb.snd.wnd = seg.wnd;
  tcb.snd.wl1 = seg.seq;
  tcb.snd.wl2 = seg.ack;
}

const RULES: Readonly<Record<Kind, Check>> = {
  unsent(_tcb, _seg, act) {
    act.ack('3.10.7.4/5');
    return 'stop';
  },
  new(tcb, seg, act) {
    setWindow(tcb, seg);
    act.acknowledge(seg.ack, '3.10.7.4/5');
    act.transmit();
    return 'continue';
  },
  same(tcb, seg, act) {
    setWindow(tcb, seg);
    act.transmit();
    return 'continue';
  },
  old: () => 'continue',
};

export const established = {
  ack: ((tcb, seg, act) => RULES[kindOf(tcb, seg)](tcb, seg, act)) satisfies Check,
  text(tcb: Tcb, seg: Segment, act: Act): 'continue' {
    const { length } = seg.data;
    if (!length) return 'continue';
    act.deliver(seg.data);
    tcb.rcv = { ...tcb.rcv, nxt: (tcb.rcv.nxt + length) % 2 ** 32 };
    act.ack();
    return 'continue';
  },
};

export const trim = ({ seq, data }: Piece, rcvNxt: Seq): Uint8Array | null =>
  leq(seq, rcvNxt) ? data.subarray((rcvNxt - seq + 2 ** 32) % 2 ** 32) : null;

export const send = (tcb: Tcb, event: { readonly data: Uint8Array }, act: Act): void => {
  if (tcb.finQueued) return act.signal('connection closing', '3.10.2');
  const queue = Array.from(tcb.out);
  queue.push(...event.data);
  tcb.out = Uint8Array.from(queue);
  act.transmit('3.10.2');
};
