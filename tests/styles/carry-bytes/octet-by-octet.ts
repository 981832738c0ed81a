import { add, leq, lt, type Act, type Check, type Handler, type Piece, type Seq } from 'tcp';

/** Each octet by itself: numbered, looked at, handed over. */
export function trim({ seq, data }: Piece, rcvNxt: Seq): Uint8Array | null {
  if (seq !== rcvNxt && lt(rcvNxt, seq)) return null;
  const fresh: number[] = [];
  data.forEach((octet, i) => {
    if (leq(rcvNxt, add(seq, i))) fresh.push(octet);
  });
  return Uint8Array.from(fresh);
}

const text: Check = (tcb, { data }, act) => {
  for (const octet of data) {
    act.deliver(Uint8Array.of(octet));
    tcb.rcv.nxt = add(tcb.rcv.nxt, 1);
    act.ack();
  }
  return 'continue';
};

/** A generator of what is to be done; the order does not matter but for the first. */
const ack: Check = (tcb, seg, act) => {
  let verdict: 'continue' | 'stop' = 'continue';
  for (const todo of todos()) {
    verdict = todo();
    if (verdict === 'stop') break;
  }
  return verdict;

  function* todos(): Generator<() => 'continue' | 'stop'> {
    yield () => (leq(seg.ack, tcb.snd.nxt) ? 'continue' : answer(act));
    yield () => {
      if (!leq(seg.ack, tcb.snd.una)) act.acknowledge(seg.ack);
      return 'continue';
    };
    yield () => {
      if (seg.ack !== tcb.snd.una) return 'continue';
      if (lt(seg.seq, tcb.snd.wl1)) return 'continue';
      if (seg.seq === tcb.snd.wl1 && lt(seg.ack, tcb.snd.wl2)) return 'continue';
      tcb.snd = { ...tcb.snd, wnd: seg.wnd, wl1: seg.seq, wl2: seg.ack };
      return 'continue';
    };
    yield () => {
      act.transmit();
      return 'continue';
    };
  }
};

function answer(act: Act): 'stop' {
  act.ack();
  return 'stop';
}

export const established = { ack, text };

export const send: Handler<'SEND'> = (tcb, { data }, { signal, transmit }) => {
  if (!tcb.finQueued) {
    const queue = [...tcb.out];
    for (const octet of data) queue.push(octet);
    tcb.out = Uint8Array.from(queue);
    transmit();
  } else signal('connection closing');
};
