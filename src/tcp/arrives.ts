import { assemble } from './assemble.ts';
import { segLen } from './bound.ts';
import type { Act, Checks, Plank } from './engine.ts';
import { runningEngine } from './running.ts';
import type { Segment } from './segment.ts';
import type { State } from './state.ts';
import type { Tcb } from './tcb.ts';

/** States that still take text from the peer. */
const RECEIVING: ReadonlySet<State> = new Set(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2']);

function checksAtWork(): Checks {
  const engine = runningEngine();
  if (engine === null) throw new Error('arrives: no engine is taking a step');
  return engine.checks;
}

/** RFC 9293 §3.10.7.4: the eight checks, in order; each may end the matter. */
export const arrives: Plank = (tcb, seg, act) => {
  const checks = checksAtWork();
  const first = [checks.sequence, checks.rst, checks.security, checks.syn, checks.ack];
  for (const check of first) if (check(tcb, seg, act) === 'stop') return;
  goOn(tcb, seg, act);
};

/** The sixth to the eighth check: URG, text and FIN of the segment that begins at RCV.NXT. */
export function goOn(tcb: Tcb, seg: Segment, act: Act): void {
  const checks = checksAtWork();
  const due = RECEIVING.has(tcb.state) ? assemble(tcb, seg) : seg;
  if (due === null) {
    if (segLen(seg) > 0) act.ack('MAY-13');
    return;
  }
  for (const check of [checks.urg, checks.text, checks.fin]) {
    if (check(tcb, due, act) === 'stop') return;
  }
}
