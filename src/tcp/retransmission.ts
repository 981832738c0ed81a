import { leq } from './bound.ts';
import type { Act, Handler } from './engine.ts';
import { afterLostSyn, backOff, measure } from './rto.ts';
import type { Seq } from './segment.ts';
import { add } from './seq.ts';
import type { Tcb, Unacked } from './tcb.ts';

/** The first number after what `entry` occupies. */
function endOf(entry: Unacked): Seq {
  return add(entry.seq, entry.data.length + (entry.ctl.syn ? 1 : 0) + (entry.ctl.fin ? 1 : 0));
}

/** What `Act.acknowledge` does to the TCB, apart from the timer. */
export function acknowledge(tcb: Tcb, upTo: Seq, act: Pick<Act, 'now' | 'config'>): void {
  tcb.snd.una = upTo;
  const gone = tcb.rtx.filter((entry) => leq(endOf(entry), upTo));
  const newest = gone.at(-1);
  if (newest === undefined) return;

  tcb.rtx = tcb.rtx.slice(gone.length);
  // Karn's rule (RFC 6298 §3): a segment sent twice has no single round trip to measure.
  if (newest.again === 0) measure(tcb, act.now - newest.sentAt, act.config);
  if (gone.some((entry) => entry.ctl.syn && entry.again > 0)) afterLostSyn(tcb);
}

/** RFC 9293 §3.10.8 and RFC 6298 §5.4 to §5.6; R2 is RFC 9293 §3.8.3. */
export const retransmissionTimeout: Handler<'TIMEOUT'> = (tcb, _event, act) => {
  const front = tcb.rtx[0];
  if (front === undefined) return;

  const r2 = front.ctl.syn ? act.config.r2Syn : act.config.r2Data;
  if (act.now - front.sentAt >= r2) return giveUp(tcb, act);

  backOff(tcb, act.config);
  act.resend('3.10.8');
  act.arm('RETRANSMISSION', tcb.rto, 'RFC6298/5.6');
};

/** R2 is reached: nobody has answered for too long. */
function giveUp(tcb: Tcb, act: Act): void {
  // The user of a passive OPEN never heard of this caller; the door stays open for others.
  if (tcb.state === 'SYN-RECEIVED' && tcb.openedBy === 'passive') {
    return act.become('LISTEN', 'MUST-23');
  }
  act.signal('connection aborted due to user timeout', tcb.rtx[0]?.ctl.syn ? 'MUST-23' : 'MUST-20');
  act.become('CLOSED', '3.10.8');
}
