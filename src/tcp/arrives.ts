import { segLen } from './bound.ts';
import { noteHeard } from './heard.ts';
import type { Act, Plank } from './engine.ts';
import { atWork } from './running.ts';
import type { Segment } from './segment.ts';
import type { State } from './state.ts';
import type { Tcb } from './tcb.ts';

/** States that still take text from the peer. */
const RECEIVING: ReadonlySet<State> = new Set(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2']);

/** The checks after the first, in two groups: text and what follows it may wait for its turn. */
const FIRST = ['rst', 'security', 'syn', 'ack'] as const;
const LAST = ['urg', 'text', 'fin'] as const;

/** Has a check ended the connection? Then there is no step left to ask, whatever the check said. */
const isOver = ({ state }: Tcb): boolean =>
  state === 'CLOSED' || state === 'LISTEN' || state === 'SYN-SENT';

/** RFC 9293 §3.10.7.4: the eight checks, in order; each may end the matter. */
export const arrives: Plank = (tcb, seg, act) => {
  const checks = atWork().checks;
  const isAcceptable = checks.sequence(tcb, seg, act) === 'continue';
  // Even an old segment shows that the peer lives (MUST-26); what the forger of a reset sends does not.
  if (isAcceptable || (seg.ctl.ack && !seg.ctl.rst && !seg.ctl.syn)) noteHeard(tcb, act);
  if (!isAcceptable) return;
  for (const name of FIRST) {
    const goesOn = checks[name](tcb, seg, act) === 'continue';
    if (!goesOn || isOver(tcb)) return;
  }
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
  for (const name of LAST) {
    const goesOn = checks[name](tcb, due, act) === 'continue';
    if (!goesOn || isOver(tcb)) return;
  }
}
