import { leq, lt, stepsOf } from './bound.ts';
import type { Check, Checks } from './engine.ts';
import { acceptable, segLen } from './learner.ts';
import { rst } from './planks/reset.ts';
import type { Segment } from './segment.ts';
import { add } from './seq.ts';
import type { CheckedState } from './state.ts';
import type { Tcb } from './tcb.ts';

/** The SYN,ACK of a simultaneous open: its number is counted already (RFC 9293 Appendix A.2). */
function completesSimultaneousOpen(tcb: Tcb, { ctl, seq }: Segment): boolean {
  const crossed = tcb.state === 'SYN-RECEIVED' && tcb.openedBy === 'active';
  return crossed && ctl.syn && ctl.ack && !ctl.rst && seq === tcb.irs;
}

/**
 * The peer's FIN once more, because our last ACK was lost. Its number lies just before the window,
 * yet steps five and eight of §3.10.7.4 want it in TIME-WAIT.
 */
function repeatsFin(tcb: Tcb, seg: Segment): boolean {
  const isFin = seg.ctl.fin && seg.ctl.ack && !seg.ctl.rst;
  return tcb.state === 'TIME-WAIT' && isFin && add(seg.seq, segLen(seg)) === tcb.rcv.nxt;
}

const sequence: Check = (tcb, seg, act) => {
  if (acceptable(seg, tcb.rcv.nxt, tcb.rcv.wnd)) return 'continue';
  if (completesSimultaneousOpen(tcb, seg) || repeatsFin(tcb, seg)) return 'continue';
  if (!seg.ctl.rst) act.ack('3.10.7.4/1');
  act.drop('outside the receive window', '3.10.7.4/1');
  return 'stop';
};

const syn: Check = (tcb, seg, act) =>
  seg.ctl.syn ? stepsOf(tcb.state as CheckedState).syn(tcb, seg, act) : 'continue';

const ack: Check = (tcb, seg, act) => {
  if (!seg.ctl.ack) {
    act.drop('no ACK', '3.10.7.4/5');
    return 'stop';
  }
  // RFC 5961 §5: an ACK from too far back, or of something never sent, is not the peer's.
  const oldest = add(tcb.snd.una, -tcb.snd.maxWnd);
  const plausible = leq(oldest, seg.ack) && !lt(tcb.snd.nxt, seg.ack);
  if (tcb.state !== 'SYN-RECEIVED' && !plausible) {
    act.ack('RFC5961/5.2');
    act.drop('an ACK that acknowledges nothing of ours', 'RFC5961/5.2');
    return 'stop';
  }
  return stepsOf(tcb.state as CheckedState).ack(tcb, seg, act);
};

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
  text: (tcb, seg, act) => stepsOf(tcb.state as CheckedState).text(tcb, seg, act),
  fin: (tcb, seg, act) =>
    seg.ctl.fin ? stepsOf(tcb.state as CheckedState).fin(tcb, seg, act) : 'continue',
};
