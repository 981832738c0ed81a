import { add, stepsOf, type Check, type CheckedState, type Handler } from '../learner.ts';

/*
 * Resets (RFC 9293 §3.5.2, §3.5.3, RFC 5961 §3 and §4). What has passed the first check is inside
 * the window; only a reset that names exactly RCV.NXT is believed.
 */

/** Second check of §3.10.7.4; the state's own step says what the reset ends. */
export const rst: Check = (tcb, seg, act) => {
  if (!seg.ctl.rst) return 'continue';
  if (seg.data.length > 0) act.cite('SHLD-2');
  if (tcb.rcv.wnd === 0) act.cite('MUST-66');
  const isAtFin = act.config.resetAtFin && seg.seq === add(tcb.rcv.nxt, -1);
  const isBelieved = act.config.resetRule === 'RFC 793';
  if (seg.seq === tcb.rcv.nxt || isAtFin || isBelieved)
    return stepsOf(tcb.state as CheckedState).rst(tcb, seg, act);
  // Linux and FreeBSD let TIME-WAIT pass over it in silence.
  const isSilent = tcb.state === 'TIME-WAIT' && act.config.timeWait !== 'RFC 9293';
  if (!isSilent) act.ack('RFC5961/3.2');
  act.drop('a reset that does not name RCV.NXT', 'RFC5961/3.2');
  return 'stop';
};

/** ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT: the user is told. */
export const resetOpen: Check = (_tcb, _seg, act) => {
  act.signal('connection reset', 'MUST-12');
  act.become('CLOSED', '3.10.7.4/2');
  return 'stop';
};

/** CLOSING, LAST-ACK: both users have closed, nobody waits to be told; some systems tell all the same. */
export const resetClosing: Check = (tcb, _seg, act) => {
  if (act.config.tellResetInClosing && !tcb.readerGone) {
    act.signal('connection reset', 'impl/reset in CLOSING');
  }
  act.become('CLOSED', '3.10.7.4/2');
  return 'stop';
};

/** Fourth check of §3.10.7.4 in a synchronized state: a challenge ACK, whatever the number. */
export const challenge: Check = (tcb, seg, act) => {
  if (act.config.synRule === 'RFC 793' && tcb.state !== 'TIME-WAIT') {
    const { nxt } = tcb.snd;
    // Who has sent the SYN believes a reset only if it acknowledges that; some send their own form.
    if (act.config.abortForm === 'RST') act.reset(seg, 'impl/RFC 793');
    else act.send({ rst: true, ack: true }, { seq: nxt, ack: tcb.rcv.nxt }, 'impl/RFC 793');
    act.signal('connection reset', 'impl/RFC 793');
    act.become('CLOSED', 'impl/RFC 793');
    return 'stop';
  }
  act.ack('RFC5961/4.2');
  act.drop('a SYN on an open connection', 'RFC5961/4.2');
  return 'stop';
};

/** RFC 9293 §3.10.5, ABORT in SYN-RECEIVED, ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT. */
export const abort: Handler<'ABORT'> = (tcb, _event, act) => {
  const on = { rst: true, ack: act.config.abortForm === 'RST,ACK' };
  act.send(on, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt }, '3.10.5');
  if (tcb.receives.length > 0 || tcb.out.length > 0) act.signal('connection reset', '3.10.5');
  act.become('CLOSED', '3.10.5');
};
