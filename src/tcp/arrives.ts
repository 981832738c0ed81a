import { segLen } from './bound.ts';
import type { Act, Plank } from './engine.ts';
import { atWork } from './running.ts';
import type { Segment } from './segment.ts';
import type { State } from './state.ts';
import type { Tcb } from './tcb.ts';

/** States that still take text from the peer. */
const RECEIVING: ReadonlySet<State> = new Set(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2']);

/** RFC 9293 §3.10.7.4: the eight checks, in order; each may end the matter. */
export const arrives: Plank = (tcb, seg, act) => {
  const checks = atWork().checks;
  if (checks.sequence(tcb, seg, act) === 'stop') return;
  tcb.heardAt = act.now;
  if (tcb.timers.PERSIST === undefined) tcb.probes = 0;
  if (checks.rst(tcb, seg, act) === 'stop') return;
  if (checks.security(tcb, seg, act) === 'stop') return;
  if (checks.syn(tcb, seg, act) === 'stop') return;
  if (checks.ack(tcb, seg, act) === 'stop') return;
  goOn(tcb, seg, act);
};

/** The sixth to the eighth check: URG, text and FIN of the segment that begins at RCV.NXT. */
export function goOn(tcb: Tcb, seg: Segment, act: Act): void {
  const checks = atWork().checks;
  const due = RECEIVING.has(tcb.state) ? atWork().functions.assemble(tcb, seg) : seg;
  if (due === null) {
    if (segLen(seg) > 0) act.ack('MAY-13');
    return;
  }
  if (checks.urg(tcb, due, act) === 'stop') return;
  if (checks.text(tcb, due, act) === 'stop') return;
  checks.fin(tcb, due, act);
}
