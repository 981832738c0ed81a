import { leq, lt } from './bound.ts';
import { ctl } from './ctl.ts';
import { NOTHING } from './draft.ts';
import type { Act, Handler } from './engine.ts';
import { follow } from './followed.ts';
import { timestamp } from './options.ts';
import { RTO_AFTER_LOST_SYN, timeoutOf } from './rto.ts';
import { atWork } from './running.ts';
import type { Segment, Seq } from './segment.ts';
import { add } from './seq.ts';
import type { Tcb, Unacked } from './tcb.ts';

/** The first number after what `entry` occupies. */
function endOf(entry: Unacked): Seq {
  return add(entry.seq, entry.data.length + (entry.ctl.syn ? 1 : 0) + (entry.ctl.fin ? 1 : 0));
}

/**
 * What `Act.acknowledge` does to the TCB, apart from the timer. Says whether something left the
 * retransmission queue. `seg` is the segment that brought the ACK.
 */
export function acknowledge(
  tcb: Tcb,
  upTo: Seq,
  seg: Segment | null,
  act: Pick<Act, 'now' | 'config'>,
): boolean {
  tcb.snd.una = upTo;
  tcb.progressAt = act.now;
  if (tcb.recover !== null && leq(tcb.recover, upTo)) tcb.recover = null;
  let gone = 0;
  let sentTwice = false;
  let lostSyn = false;
  for (const entry of tcb.rtx) {
    if (!leq(endOf(entry), upTo)) break;
    gone += 1;
    sentTwice ||= entry.again > 0;
    lostSyn ||= entry.ctl.syn && entry.again > 0;
  }
  const newest = tcb.rtx[gone - 1];
  if (newest === undefined) return false;

  tcb.rtx = gone === tcb.rtx.length ? NOTHING : tcb.rtx.slice(gone);
  const r = roundTrip(tcb, sentTwice ? null : newest, seg, act);
  if (r !== null) {
    const { srtt, rttvar, rto } = atWork().functions.measure(tcb, r, act.config);
    tcb.srtt = srtt;
    tcb.rttvar = rttvar;
    tcb.rto = rto;
  }
  if (lostSyn) {
    follow('RFC6298/5.7');
    tcb.rto = Math.max(RTO_AFTER_LOST_SYN, act.config.rtoInitial);
  }
  return true;
}

/**
 * The measured round trip, ms: by timestamp (RFC 7323 §4), else by a segment sent once, if the ACK
 * covers nothing that was sent twice (Karn, MUST-18): it may have waited for that. `newest`: the segment.
 */
function roundTrip(
  tcb: Tcb,
  newest: Unacked | null,
  seg: Segment | null,
  { now, config }: Pick<Act, 'now' | 'config'>,
): number | null {
  const ecr = seg?.options.ts?.ecr ?? 0;
  follow('MUST-18');
  if (tcb.rcv.tsRecent !== null && ecr !== 0) return (timestamp(now, config) - ecr) >>> 0;
  return newest === null ? null : now - newest.sentAt;
}

/** What waits for its ACK, cut up if the path takes smaller segments now. */
export function fitted(entry: Unacked, mss: number): readonly [Unacked, ...Unacked[]] {
  if (entry.data.length <= mss) return [entry];
  const first = { ...entry, data: entry.data.subarray(0, mss), ctl: ctl({ ack: true }) };
  const rest = { ...entry, seq: add(entry.seq, mss), data: entry.data.subarray(mss) };
  return [first, ...fitted(rest, mss)];
}

/** RFC 9293 §3.10.8 and RFC 6298 §5.4 to §5.6; R1 and R2 are RFC 9293 §3.8.3. */
export const retransmissionTimeout: Handler<'TIMEOUT'> = (tcb, _event, act) => {
  const front = tcb.rtx[0];
  if (front === undefined) return;

  const kind = !front.ctl.syn ? 'data' : front.ctl.ack ? 'SYN,ACK' : 'SYN';
  const waiting = {
    kind,
    again: front.again,
    since: act.now - Math.max(front.sentAt, tcb.progressAt),
    rto: tcb.rto,
  } as const;
  // MUST-21: the user may set R2; then nothing but its timer ends the attempt.
  const next =
    kind === 'data' && tcb.settings.userTimeout !== null
      ? Math.min(2 * tcb.rto, act.config.rtoMax)
      : atWork().functions.patience(waiting, act.config);
  if (kind !== 'data') act.cite('MUST-22');
  else if (next === null) act.cite('SHLD-11');
  if (next === null) return giveUp(tcb, act, kind === 'data' ? 'MUST-20' : 'MUST-23');

  if (next > tcb.rto) {
    act.cite('MUST-19');
    act.cite('RFC6298/5.5');
  }
  tcb.rto = next;
  if (kind === 'data') tcb.recover = tcb.snd.nxt;
  act.cite('RFC6298/5.4');
  if (kind === 'data' && lt(add(tcb.snd.una, tcb.snd.wnd), tcb.snd.nxt)) act.cite('SHLD-16');
  act.resend('3.10.8');
  act.arm('RETRANSMISSION', timeoutOf(tcb, act.config), 'RFC6298/5.6');
  if (front.again + 1 !== act.config.r1 || isUnknownToUser(tcb)) return;
  if (!tcb.settings.reports) act.cite('SHLD-20');
  else {
    act.signal('no answer for long', 'SHLD-9');
    act.cite('SHLD-10');
  }
};

/** The user of a passive OPEN has not heard of this caller yet. */
function isUnknownToUser(tcb: Tcb): boolean {
  return tcb.state === 'SYN-RECEIVED' && tcb.openedBy === 'passive';
}

/** Nobody has answered for too long. The door of a passive OPEN stays open for others. */
export function giveUp(tcb: Tcb, act: Act, rule: string): void {
  if (isUnknownToUser(tcb)) return act.become('LISTEN', rule);
  act.signal('connection aborted due to user timeout', rule);
  act.become('CLOSED', '3.10.8');
}
