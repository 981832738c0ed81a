/*
 * What `import … from 'tcp'` gives to a plank: the types, `add`, and the engine's own functions,
 * bound to the engine that the plank runs in. Replace `lt`, and every plank counts with yours.
 */
import type { Functions } from './engine.ts';
import { acceptable as referenceAcceptable } from './planks/acceptable.ts';
import { runningEngine } from './running.ts';

/** The acceptability test of RFC 9293 §3.4, Table 6. */
export const acceptable: Functions['acceptable'] = (seg, rcvNxt, rcvWnd) =>
  (runningEngine()?.functions.acceptable ?? referenceAcceptable)(seg, rcvNxt, rcvWnd);

export { between, leq, lt, segLen, stepsOf } from './bound.ts';
export { add } from './seq.ts';
export type { Config } from './config.ts';
export type { RuleId, Signal } from './effect.ts';
export type { Act, Check, Handler, Plank, StateSteps, Verdict } from './engine.ts';
export type { Ctl, Endpoint, Options, Segment, Seq } from './segment.ts';
export type { State } from './state.ts';
export type { Held, Tcb, Timer, Unacked } from './tcb.ts';
