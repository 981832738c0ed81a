import type { StateSteps } from './engine.ts';
import type { Functions } from './functions.ts';
import * as ring from './planks/ring.ts';
import { atWork, runningEngine } from './running.ts';
import type { CheckedState } from './state.ts';

/*
 * The engine's own functions under the names by which planks import them. They are those of the
 * engine that is at work; between steps (in tests, in a console) they are the reference's.
 */

const functions = (): Pick<Functions, keyof typeof ring> => runningEngine()?.functions ?? ring;

/** Is `a` before `b` on the ring of sequence numbers (RFC 9293 §3.4)? */
export const lt: Functions['lt'] = (a, b) => functions().lt(a, b);
/** Is `a` before `b` on the ring, or equal to it? */
export const leq: Functions['leq'] = (a, b) => functions().leq(a, b);
/** Does `low < x ≤ high` hold on the ring? With SND.UNA, SEG.ACK, SND.NXT: is the ACK acceptable? */
export const between: Functions['between'] = (low, x, high) => functions().between(low, x, high);
/** SEG.LEN: the octets of text, and one each for SYN and FIN (RFC 9293 §3.4). */
export const segLen: Functions['segLen'] = (seg) => functions().segLen(seg);

/**
 * The steps of another state, for where the RFC says "in addition to the processing for the
 * ESTABLISHED state". Throws between steps, when no engine is at work.
 */
export function stepsOf(state: CheckedState): StateSteps {
  return atWork().steps[state];
}
