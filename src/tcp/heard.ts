import type { Act } from './engine.ts';
import type { Tcb } from './tcb.ts';

/** The peer is there: something of it has arrived (RFC 9293 §3.8.4, MUST-37). */
export function noteHeard(tcb: Tcb, act: Act): void {
  tcb.heardAt = act.now;
  tcb.askedAt = null;
  // Probes of a shut window go on, ever less often, though they are answered (SHLD-30).
  if (tcb.timers.PERSIST === undefined) tcb.probes = 0;
}
