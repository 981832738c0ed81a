/*
 * The reference engine: RFC 9293 as a plain record of small functions. No clock, no network, no
 * browser: time, initial sequence numbers and settings are handed in with every step.
 */
export { RFC9293, type Config } from './config.ts';
export { SIGNALS, type Effect, type RuleId, type Signal } from './effect.ts';
export type {
  Act,
  Cells,
  Check,
  Checks,
  Diff,
  Engine,
  Env,
  Functions,
  Handler,
  Plank,
  StateSteps,
  StepResult,
  Steps,
  Verdict,
} from './engine.ts';
export { EVENT_TYPES, type Call, type EventOf, type EventType, type TcpEvent } from './event.ts';
export { acceptable, between, leq, lt, segLen } from './learner.ts';
export { PlankError } from './plank-error.ts';
export { reference } from './reference.ts';
export {
  ctl,
  NO_CTL,
  NO_DATA,
  type Ctl,
  type Endpoint,
  type Options,
  type Segment,
  type Seq,
} from './segment.ts';
export { add, distance, isSeq } from './seq.ts';
export { CHECKED_STATES, STATES, type CheckedState, type State } from './state.ts';
export { step } from './step.ts';
export { TIMERS, type Held, type Tcb, type Timer, type Unacked } from './tcb.ts';
export { withPlanks, type Planks } from './with-planks.ts';
