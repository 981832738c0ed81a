import { add, type Engine, type Plank, reference } from '#tcp';

/*
 * A world that TCP decided against: two messages open a connection. Chapter 3 plays it to show what
 * the third one is for. Nobody asks back, so whoever hears a SYN believes it.
 */

/** A SYN is enough: the connection is open. */
const listen: Plank = (tcb, seg, act) => {
  if (!seg.ctl.syn || seg.ctl.ack || seg.ctl.rst) return act.drop('not a call');
  tcb.rcv.nxt = add(seg.seq, 1);
  tcb.irs = seg.seq;
  tcb.iss = act.isn();
  tcb.snd.una = add(tcb.iss, 1);
  tcb.snd.nxt = tcb.snd.una;
  tcb.snd.wnd = seg.wnd;
  tcb.openedBy = 'passive';
  act.become('ESTABLISHED');
  act.signal('connection established');
  // The second and last message: nothing acknowledges it, so nothing waits for that either.
  act.send({ syn: true, ack: true }, { seq: tcb.iss, ack: tcb.rcv.nxt });
  act.acknowledge(tcb.snd.nxt);
};

/** The answer opens the caller's side; there is no third message. */
const synSent: Plank = (tcb, seg, act) => {
  if (!seg.ctl.syn || seg.ack !== tcb.snd.nxt) return act.drop('not the answer to our call');
  tcb.rcv.nxt = add(seg.seq, 1);
  tcb.irs = seg.seq;
  tcb.snd.wnd = seg.wnd;
  act.acknowledge(seg.ack);
  act.become('ESTABLISHED');
  act.signal('connection established');
};

/** Nobody asked for this answer, and there is no message in which to say so. */
const closed: Plank = (_tcb, _seg, act) => act.drop('an answer that nobody asked for');

const { CLOSED, LISTEN, 'SYN-SENT': SYN_SENT } = reference.cells;

/** The reference, but for a handshake of two messages. */
export const twoWay: Engine = {
  ...reference,
  cells: {
    ...reference.cells,
    CLOSED: { ...CLOSED, 'SEGMENT-ARRIVES': closed },
    LISTEN: { ...LISTEN, 'SEGMENT-ARRIVES': listen },
    'SYN-SENT': { ...SYN_SENT, 'SEGMENT-ARRIVES': synSent },
  },
};
