import type { Act, Handler } from './engine.ts';
import { giveUp } from './retransmission.ts';
import { timeoutOf } from './rto.ts';
import { add } from './seq.ts';
import type { State } from './state.ts';
import type { Tcb } from './tcb.ts';
import { finIsDue, sendFin, sendText } from './transmit.ts';

/*
 * The peer's window is shut (or too small to be worth a segment), and there is something to send. The
 * segment that opens it may get lost, so the sender has to ask (RFC 9293 §3.8.6.1, MUST-36).
 */

/** States in which the peer's window is known and something may still have to leave. */
const ASKING: ReadonlySet<State> = new Set([
  'ESTABLISHED',
  'CLOSE-WAIT',
  'FIN-WAIT-1',
  'CLOSING',
  'LAST-ACK',
]);

/** Has the connection something to send, or to send again? */
export function hasWork(tcb: Tcb): boolean {
  return tcb.rtx.length > 0 || tcb.out.length > 0 || (tcb.finQueued && tcb.finSeq === null);
}

/** Must the sender ask for the window, instead of waiting for an ACK? */
function mustAsk(tcb: Tcb): boolean {
  if (!ASKING.has(tcb.state)) return false;
  if (tcb.snd.wnd === 0) return hasWork(tcb);
  return tcb.rtx.length === 0 && (tcb.out.length > 0 || finIsDue(tcb));
}

/** The probe timer runs in place of the retransmission timer while the window is shut (MUST-35). */
export function persistTimer(tcb: Tcb, act: Act): void {
  const runs = tcb.timers.PERSIST !== undefined;
  if (mustAsk(tcb)) {
    act.disarm('RETRANSMISSION', 'MUST-35');
    if (!runs) act.arm('PERSIST', tcb.rto, 'SHLD-29');
  } else if (runs) {
    act.disarm('PERSIST', 'MUST-35');
    const [front] = tcb.rtx;
    const wasRefused = tcb.probes > 0 && front !== undefined && front.sentAt < act.now;
    tcb.probes = 0;
    if (front === undefined) return;
    // What the shut window refused is wanted now; the rest would have to wait for it.
    if (wasRefused) act.resend('MUST-36');
    act.arm('RETRANSMISSION', timeoutOf(tcb, act.config), 'RFC6298/5.1');
  }
}

/**
 * The probe timer expired: the oldest octet goes out once more, or else the next, and the interval
 * doubles (SHLD-30). As long as the peer answers the connection stays (MUST-37).
 */
export const persistTimeout: Handler<'TIMEOUT'> = (tcb, _event, act) => {
  const { config, now } = act;
  if (!mustAsk(tcb)) return;
  if (tcb.snd.wnd > 0) {
    // The override timeout of §3.8.6.2.1: nothing is in flight, and the window opens no further.
    return sendText(tcb, act, Math.min(tcb.out.length, tcb.snd.wnd), 'MUST-38');
  }
  // MUST-21: where the user has set R2, nothing but its timer ends the attempt.
  const isOver = tcb.askedAt !== null && now - tcb.askedAt >= config.r2Data;
  if (isOver && tcb.settings.userTimeout === null) return giveUp(tcb, act, 'MUST-20');

  tcb.probes += 1;
  tcb.askedAt ??= now;
  act.cite('MUST-37');
  if (config.emptyProbe) {
    act.send({ ack: true }, { seq: add(tcb.snd.una, -1), ack: tcb.rcv.nxt }, 'MUST-36');
  } else if (tcb.rtx.length > 0) {
    // The peer has shrunk its window: what lies beyond it is old, and its silence ends nothing.
    act.cite('MAY-7');
    act.cite('SHLD-17');
    act.resend('MUST-36');
  } else if (tcb.out.length > 0) sendText(tcb, act, 1, 'MUST-36');
  else sendFin(tcb, act);
  act.arm('PERSIST', Math.min(tcb.rto * 2 ** tcb.probes, config.rtoMax), 'SHLD-30');
};
