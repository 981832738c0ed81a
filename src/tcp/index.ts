/*
 * The reference engine: RFC 9293 as a plain record of small functions. No clock, no network, no
 * browser: time, initial sequence numbers and settings are handed in with every step.
 */
export type { Config, Switches } from './config.ts';
export { ctl, ctlOf, NO_CTL, octetOf } from './ctl.ts';
export { SIGNALS, type Effect, type RuleId, type Signal } from './effect.ts';
export type {
  Act,
  Cells,
  Check,
  Checks,
  Diff,
  Engine,
  Env,
  Handler,
  Plank,
  StateSteps,
  StepResult,
  Steps,
  Timeouts,
  Verdict,
} from './engine.ts';
export { EVENT_TYPES, type Call, type EventOf, type EventType, type TcpEvent } from './event.ts';
export { acceptable, between, leq, lt, segLen } from './learner.ts';
export { follow, listenToRules } from './followed.ts';
export { ICMP_ERRORS, type IcmpError } from './icmp.ts';
export {
  QUEUE_COUNTERS,
  type AckAnswer,
  type FourTuple,
  type HostFunctions,
  type PortError,
  type PortRequest,
  type PortTable,
  type PortUse,
  type QueueCounter,
  type Queues,
  type SynAnswer,
} from './host-functions.ts';
export { keyedHash, KEY_SIZE } from './siphash.ts';
export type { Functions, RoundTrip, Waiting } from './functions.ts';
export { PlankError } from './plank-error.ts';
export { PROFILES, RFC9293, type ProfileName } from './profiles.ts';
export { datagramOf, unsoundness, type DatagramFields } from './ipv4.ts';
export { reference } from './reference.ts';
export {
  NO_DATA,
  type Ctl,
  type Endpoint,
  type Options,
  type SackBlock,
  type Segment,
  type Seq,
} from './segment.ts';
export { add, distance, isSeq } from './seq.ts';
export { CHECKED_STATES, STATES, type CheckedState, type State } from './state.ts';
export { advance, step } from './step.ts';
export {
  TIMERS,
  type KeepAlive,
  type Piece,
  type Settings,
  type Tcb,
  type Timer,
  type Unacked,
} from './tcb.ts';
export type { Result, WireError } from './result.ts';
export type { Forwarding, TcpPacket, WireFunctions } from './wire-functions.ts';
export type { NamedPlanks, Planks } from './planks.ts';
export { isPlank, withPlanks } from './with-planks.ts';
