import { leq, lt, stepsOf } from './bound.ts';
import { ctl } from './ctl.ts';
import type { Act, Check, Checks } from './engine.ts';
import { noteHeard } from './heard.ts';
import { acceptable, segLen } from './learner.ts';
import { rst } from './planks/reset.ts';
import { atWork } from './running.ts';
import { NO_DATA, type Segment } from './segment.ts';
import { add } from './seq.ts';
import type { CheckedState, State } from './state.ts';
import type { Tcb } from './tcb.ts';

/** States in which the peer's FIN has been counted: RCV.NXT lies behind it. */
const AFTER_FIN: ReadonlySet<State> = new Set(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK']);

/**
 * The peer's FIN once more, because our last ACK was lost. Its number lies just before the window,
 * yet steps five and eight of §3.10.7.4 want it in TIME-WAIT. Where CLOSING answers with its FIN, that
 * is also how the ACK of our own FIN comes: unread, two such ends would answer each other for ever.
 */
function repeatsFin(tcb: Tcb, seg: Segment, act: Act): boolean {
  const isFin = seg.ctl.fin && seg.ctl.ack && !seg.ctl.rst;
  const isWanted =
    tcb.state === 'TIME-WAIT' ||
    (tcb.state === 'CLOSING' && act.config.closingAnswer === 'FIN,ACK');
  return isWanted && isFin && add(seg.seq, segLen(seg)) === tcb.rcv.nxt;
}

/** A SYN that may open a new connection in the place of this one (MAY-2): where it lies is its own affair. */
function reopens(tcb: Tcb, seg: Segment, act: Act): boolean {
  const isCall = seg.ctl.syn && !seg.ctl.ack && !seg.ctl.rst;
  if (!isCall || tcb.state !== 'TIME-WAIT' || !act.listening) return false;
  return atWork().functions.mayReopen(tcb, seg, act.config);
}

/** What Table 6 refuses and somebody takes all the same: the RFC's own later steps, or a profile. */
function isTakenAllTheSame(tcb: Tcb, seg: Segment, act: Act): boolean {
  const { functions } = atWork();
  if (functions.completesSimultaneousOpen(tcb, seg) || repeatsFin(tcb, seg, act)) return true;
  // The text of a reset needs no room: it counts though our window is shut (MUST-66, SHLD-2).
  const { length } = seg.data;
  if (seg.ctl.rst && length > 0 && tcb.rcv.wnd === 0 && seg.seq === tcb.rcv.nxt) return true;
  const { config } = act;
  if (config.resetAtFin && seg.ctl.rst) {
    return AFTER_FIN.has(tcb.state) && seg.seq === add(tcb.rcv.nxt, -1);
  }
  const isBareFin = seg.ctl.fin && segLen(seg) === 1 && seg.seq === tcb.rcv.nxt;
  return config.finIntoShutWindow && isBareFin;
}

/** RFC 7323 §3.2 and §5.3: what the timestamps say of a segment. Says why it is refused, or `null`. */
function wrongTimestamp(tcb: Tcb, seg: Segment, act: Act): string | null {
  if (tcb.rcv.tsRecent === null) return null;
  if (seg.options.ts === undefined) {
    const isRefused = !seg.ctl.rst && act.config.missingTimestamp === 'drop';
    return isRefused ? 'it bears no timestamp' : null;
  }
  if (!atWork().functions.isOldDuplicate(tcb, seg, act.now)) return null;
  act.ack('RFC7323/5.3');
  return 'an old duplicate, says its timestamp';
}

const sequence: Check = (tcb, seg, act) => {
  if (reopens(tcb, seg, act)) return 'continue';
  const wrong = wrongTimestamp(tcb, seg, act);
  if (wrong !== null) {
    if (seg.ctl.syn && tcb.state === 'TIME-WAIT') lingerOn(tcb, act);
    act.drop(wrong, 'RFC7323/5.3');
    return 'stop';
  }
  if (acceptable(seg, tcb.rcv.nxt, tcb.rcv.wnd) || isTakenAllTheSame(tcb, seg, act)) {
    atWork().functions.takeTimestamp(tcb, seg, act.now);
    return 'continue';
  }
  if (tcb.rcv.wnd === 0) takeAckOnly(tcb, seg, act);
  if (tcb.state === 'CLOSED') return 'stop';
  if (repeatsSyn(tcb, seg) && act.config.repeatedSyn === 'SYN,ACK') {
    act.resend('impl/repeated SYN');
    return 'stop';
  }
  const { timeWait } = act.config;
  if (tcb.state === 'TIME-WAIT' && !seg.ctl.ack && timeWait === 'freebsd') {
    act.drop('TIME-WAIT passes over what bears no ACK', 'impl/TIME-WAIT');
    return 'stop';
  }
  if (seg.ctl.ack && !seg.ctl.rst && tcb.state === 'TIME-WAIT') lingerOn(tcb, act);
  if (!seg.ctl.rst) act.ack('3.10.7.4/1');
  if (tcb.rcv.wnd === 0) act.cite('MAY-8');
  act.drop('outside the receive window', '3.10.7.4/1');
  return 'stop';
};

/**
 * Our window is shut, so nothing but a bare ACK at RCV.NXT is acceptable; yet the ACK of a segment is
 * taken though its text is not (§3.10.7.4 first). It may lie one octet further: that of a probe, which
 * we have refused. Else two ends with shut windows would never hear that the other's has opened.
 */
function takeAckOnly(tcb: Tcb, seg: Segment, act: Act): void {
  const ahead = (seg.seq - tcb.rcv.nxt) >>> 0;
  if (ahead > 1 || !seg.ctl.ack || seg.ctl.syn || seg.ctl.rst) return;
  act.cite('3.10.7.4/1');
  noteHeard(tcb, act);
  const bare = { ...seg, data: NO_DATA, ctl: ctl({ ack: true }) };
  atWork().checks.ack(tcb, bare, act);
}

/** Is this the SYN that made this connection, once more: our SYN,ACK was lost? */
function repeatsSyn(tcb: Tcb, { ctl, seq }: Segment): boolean {
  return tcb.state === 'SYN-RECEIVED' && ctl.syn && !ctl.ack && !ctl.rst && seq === tcb.irs;
}

/** Linux starts TIME-WAIT anew on more than the repeated FIN of the RFC (measured on 6.18). */
function lingerOn(_tcb: Tcb, act: Act): void {
  if (act.config.timeWait === 'linux') act.arm('TIME-WAIT', 2 * act.config.msl, 'impl/TIME-WAIT');
}

const syn: Check = (tcb, seg, act) =>
  seg.ctl.syn ? stepsOf(tcb.state as CheckedState).syn(tcb, seg, act) : 'continue';

const ack: Check = (tcb, seg, act) => {
  if (!seg.ctl.ack) {
    const isBare = segLen(seg) === 0 && seg.seq === tcb.rcv.nxt;
    const answers = tcb.state === 'TIME-WAIT' && act.config.timeWait === 'linux' && !isBare;
    if (answers) act.ack('impl/TIME-WAIT');
    act.drop('no ACK', '3.10.7.4/5');
    return 'stop';
  }
  // RFC 5961 §5: an ACK from too far back is not the peer's. One of something that was never sent is
  // the steps' affair, but for TIME-WAIT, which asks nothing of an ACK.
  const oldest = add(tcb.snd.una, -tcb.snd.maxWnd);
  const isTooNew = tcb.state === 'TIME-WAIT' && lt(tcb.snd.nxt, seg.ack);
  if (tcb.state !== 'SYN-RECEIVED' && (!leq(oldest, seg.ack) || isTooNew)) {
    act.ack('MAY-12');
    act.drop('an ACK that acknowledges nothing of ours', 'RFC5961/5.2');
    return 'stop';
  }
  return stepsOf(tcb.state as CheckedState).ack(tcb, seg, act);
};

/**
 * Text for a user who reads no more: a reset says that it is lost (SHLD-3, MAY-1). In TIME-WAIT it is
 * old text that came with a repeated FIN.
 */
const text: Check = (tcb, seg, act) => {
  if (!tcb.readerGone || seg.data.length === 0 || tcb.state === 'TIME-WAIT') {
    return stepsOf(tcb.state as CheckedState).text(tcb, seg, act);
  }
  act.cite('MAY-1');
  abandon(tcb, act, 'SHLD-3');
  return 'stop';
};

/** A FIN behind the peer's FIN is none of its own; what does not begin at RCV.NXT is not looked at. */
const fin: Check = (tcb, seg, act) => {
  if (!seg.ctl.fin) return 'continue';
  if (AFTER_FIN.has(tcb.state) && seg.seq !== tcb.rcv.nxt) return 'stop';
  return stepsOf(tcb.state as CheckedState).fin(tcb, seg, act);
};

/** Resets the connection from our side and forgets it. */
export function abandon(tcb: Tcb, act: Act, rule: string): void {
  const on = { rst: true, ack: act.config.abortForm === 'RST,ACK' };
  act.send(on, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt }, rule);
  act.become('CLOSED', rule);
}

/** The eight checks of RFC 9293 §3.10.7.4. RST, SYN, ACK, text and FIN ask the state's own step. */
export const checks: Checks = {
  sequence,
  rst,
  // This TCP knows a single security compartment (Appendix A.1).
  security: () => 'continue',
  syn,
  ack,
  // Urgent data is delivered like any other; the pointer is a hint (§3.8.5, RFC 6093).
  urg: () => 'continue',
  text,
  fin,
};
