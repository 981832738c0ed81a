import type { Act } from './engine.ts';
import { effectiveMss } from './options.ts';
import type { State } from './state.ts';
import { add } from './seq.ts';
import type { Tcb } from './tcb.ts';

/** States in which octets that SEND queued may still leave. */
const SENDING: ReadonlySet<State> = new Set(['ESTABLISHED', 'FIN-WAIT-1', 'CLOSE-WAIT', 'CLOSING']);

/** How many octets the peer's window still admits after SND.NXT; less than 0 if it was shrunk (MUST-34). */
function room(tcb: Tcb): number {
  return (add(tcb.snd.una, tcb.snd.wnd) - tcb.snd.nxt) | 0;
}

/**
 * May `length` octets leave, though they do not fill a segment? The Nagle algorithm (SHLD-7) and the
 * sender's part against silly windows (MUST-38), RFC 9293 §3.8.6.2.1. Every SEND counts as pushed.
 */
function mayBeSmall(tcb: Tcb, length: number): boolean {
  const nothingInFlight = tcb.snd.nxt === tcb.snd.una;
  if (tcb.settings.nagle && !nothingInFlight && !tcb.finQueued) return false;
  const largest = Math.max(tcb.snd.maxWnd, tcb.snd.wnd);
  return length === tcb.out.length || length >= largest / 2;
}

/**
 * RFC 9293 §3.10.2 "Segmentize the buffer", §3.10.4 for the FIN. In SYN-RECEIVED text waits; a FIN with
 * none before it may leave, whether the caller changes the state before or after.
 */
export function transmit(tcb: Tcb, act: Act, rule: string): void {
  const isEarlyFin = tcb.state === 'SYN-RECEIVED' && finIsDue(tcb);
  if (!SENDING.has(tcb.state) && !isEarlyFin) return;
  const mss = effectiveMss(tcb);
  if (room(tcb) < 0) act.cite('MUST-34');
  if (room(tcb) < 0 && tcb.out.length > 0) act.cite('SHLD-15');

  while (tcb.out.length > 0 && room(tcb) > 0) {
    const length = Math.min(tcb.out.length, mss, room(tcb));
    if (length < mss && !mayBeSmall(tcb, length)) {
      act.cite(tcb.settings.nagle ? 'SHLD-7' : 'MUST-38');
      return;
    }
    sendText(tcb, act, length, rule);
  }

  if (!finIsDue(tcb) || room(tcb) <= 0) return;
  sendFin(tcb, act);
}

/** Does the FIN come next? */
export function finIsDue(tcb: Tcb): boolean {
  return tcb.finQueued && tcb.finSeq === null && tcb.out.length === 0;
}

/** Sends the next `length` octets that are queued, whatever the window. */
export function sendText(tcb: Tcb, act: Act, length: number, rule: string): void {
  const data = tcb.out.subarray(0, length);
  tcb.out = tcb.out.subarray(length);
  const on = { ack: true, psh: tcb.out.length === 0 };
  act.send(on, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt, data }, rule);
  tcb.snd.nxt = add(tcb.snd.nxt, length);
}

/** Sends the FIN that CLOSE queued, whatever the window. */
export function sendFin(tcb: Tcb, act: Act): void {
  act.send({ fin: true, ack: true }, { seq: tcb.snd.nxt, ack: tcb.rcv.nxt }, '3.10.4');
  tcb.snd.nxt = add(tcb.snd.nxt, 1);
  if (tcb.state === 'CLOSE-WAIT') act.become('LAST-ACK', '3.10.4');
}
