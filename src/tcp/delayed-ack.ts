import type { Act, Handler } from './engine.ts';
import type { Config } from './config.ts';
import { follow } from './followed.ts';
import { TIMESTAMPS_LENGTH } from './options.ts';
import type { Tcb } from './tcb.ts';

/** An ACK may not wait as long as this, ms (MUST-40). */
const LONGEST = 499;

/**
 * May the ACK of this event wait for company (SHLD-18)? Only that of text in order, which changed
 * nothing else and filled no hole, and of less than two full segments (SHLD-19, RFC 5681 §4.2). Some
 * systems let that of a FIN wait as well: if the user closes meanwhile, it rides on our own FIN.
 */
export function mayWait(
  tcb: Readonly<Tcb>,
  before: Readonly<Tcb>,
  config: Config,
  tookText: boolean,
): boolean {
  if (config.delayedAck === 0) return false;
  const isText = tookText && tcb.state === before.state;
  const isFin = config.delaysAckOfFin && closesHere(before, tcb);
  if (!isText && !isFin) return false;
  if (before.held.length > 0 || tcb.held.length > 0) return false;
  // A full segment with timestamps has so much less text.
  const full = config.mss - (tcb.rcv.tsRecent === null ? 0 : TIMESTAMPS_LENGTH);
  const isSecond = ((tcb.rcv.nxt - tcb.rcv.acked) | 0) >= 2 * full;
  if (isSecond) follow('SHLD-19');
  return !isSecond;
}

/** Did the peer's FIN arrive, and our user has not closed yet? */
function closesHere(before: Readonly<Tcb>, tcb: Readonly<Tcb>): boolean {
  return before.state === 'ESTABLISHED' && tcb.state === 'CLOSE-WAIT';
}

/** Lets the ACK wait; a wait that began before goes on. */
export function delay(tcb: Tcb, act: Act): void {
  if (tcb.timers['DELAYED-ACK'] !== undefined) return;
  act.arm('DELAYED-ACK', Math.min(act.config.delayedAck, LONGEST), 'SHLD-18');
}

/** No company came. */
export const delayedAckTimeout: Handler<'TIMEOUT'> = (_tcb, _event, act) => act.ack('MUST-40');
