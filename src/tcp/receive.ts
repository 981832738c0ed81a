import type { Config } from './config.ts';
import { NOTHING } from './draft.ts';
import type { Effect } from './effect.ts';
import type { Act } from './engine.ts';
import { follow } from './followed.ts';
import { largestWindow } from './options.ts';
import { atWork } from './running.ts';
import type { State } from './state.ts';
import type { Tcb } from './tcb.ts';

/** States in which no octet can come any more: the peer's FIN has. */
export const NO_MORE_TEXT: ReadonlySet<State> = new Set([
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
]);

/** `a` followed by `b`. */
export function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}

/** Puts octets that arrived in order into the receive buffer; the window shrinks by as many. */
export function buffer(tcb: Tcb, data: Uint8Array): void {
  tcb.in = concat(tcb.in, data);
  follow('SHLD-14');
  tcb.rcv.wnd = Math.max(0, tcb.rcv.wnd - data.length);
}

/** Hands octets to the RECEIVEs that wait for them (RFC 9293 §3.10.3), oldest first. */
export function serveReceives(tcb: Tcb, act: Act, effects: Effect[]): void {
  while (tcb.in.length > 0 && tcb.receives.length > 0) {
    const [max = 0, ...rest] = tcb.receives;
    const data = tcb.in.slice(0, max);
    tcb.receives = rest.length === 0 ? NOTHING : rest;
    tcb.in = tcb.in.slice(data.length);
    effects.push({ type: 'deliver', data, rule: '3.10.3' });
    openWider(tcb, act);
  }
}

/** The buffer has room again; a peer that had none left to fill a segment is told, if it may send at all. */
function openWider(tcb: Tcb, act: Act): void {
  const wnd = atWork().functions.openWindow(tcb, act.config);
  if (wnd === tcb.rcv.wnd) return;
  const wasShut = tcb.rcv.wnd < act.config.mss;
  tcb.rcv.wnd = wnd;
  if (wasShut && !NO_MORE_TEXT.has(tcb.state)) act.ack('MUST-39');
}

/**
 * The window opens only by a worthwhile step, so that the peer is not led to send crumbs (RFC 9293
 * §3.8.6.2.2, MUST-39).
 */
export function openWindow(tcb: Readonly<Tcb>, config: Config): number {
  const free = Math.min(config.rcvBuf - tcb.in.length, largestWindow(tcb, config));
  const isWorthIt = free - tcb.rcv.wnd >= Math.min(config.rcvBuf / 2, config.mss);
  return isWorthIt ? free : tcb.rcv.wnd;
}
