/*
 * What `import … from 'tcp'` gives to a plank: the types, `add`, and the engine's own functions,
 * bound to the engine that the plank runs in. Replace `lt`, and every plank counts with yours.
 */
import type { Functions } from './functions.ts';
import { acceptable as referenceAcceptable } from './planks/acceptable.ts';
import { atWork, runningEngine } from './running.ts';

/** The acceptability test of RFC 9293 §3.4, Table 6. */
export const acceptable: Functions['acceptable'] = (seg, rcvNxt, rcvWnd) =>
  (runningEngine()?.functions.acceptable ?? referenceAcceptable)(seg, rcvNxt, rcvWnd);

/** May this SYN reopen a connection in TIME-WAIT (MAY-2, RFC 6191)? Never where the settings say so. */
export const mayReopen: Functions['mayReopen'] = (tcb, seg, config) =>
  atWork().functions.mayReopen(tcb, seg, config);

export { between, leq, lt, segLen, stepsOf } from './bound.ts';
export { checksum, isChecksumRight, updateChecksum } from './checksum.ts';
export { ctlOf } from './ctl.ts';
export { long, word } from './octets.ts';
export { bad, ok, type Result } from './result.ts';
export { add } from './seq.ts';
export { keyedHash } from './siphash.ts';
export type { Config } from './config.ts';
export type { RuleId, Signal } from './effect.ts';
export type { Act, Check, Handler, Plank, StateSteps, Verdict } from './engine.ts';
export type {
  AckAnswer,
  FourTuple,
  PortError,
  PortRequest,
  PortTable,
  PortUse,
  QueueCounter,
  Queues,
  SynAnswer,
} from './host-functions.ts';
export type { Ctl, Endpoint, Options, Segment, Seq } from './segment.ts';
export { NO_DATA } from './segment.ts';
export type { CheckedState, State } from './state.ts';
export type { Piece, Tcb, Timer, Unacked } from './tcb.ts';
export type { Forwarding, TcpPacket, WireFunctions } from './wire-functions.ts';
