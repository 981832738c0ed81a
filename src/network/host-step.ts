import type { Diff, Effect, State, StepResult, TcpEvent } from '#tcp';
import { followAll } from '#tcp/followed.ts';
import type { HostStep } from './host-types.ts';

/** What a step of the engine was, for the record. */
export function hostStep(
  conn: string,
  before: State,
  event: TcpEvent,
  { tcb, by, effects, diff, cites }: StepResult,
): HostStep {
  const after = tcb?.state ?? 'CLOSED';
  if (cites.length === 0) return { conn, by, before, after, event, effects, diff };
  return { conn, by, before, after, event, effects, diff, cites };
}

/** The diff of a step that changed nothing. */
const NO_DIFF: Diff = {};

/** A step in which no TCB took part: the queues of a listener decided. */
export function queueStep(
  conn: string,
  state: State,
  event: TcpEvent,
  effects: readonly Effect[],
  learnerActed: boolean,
): HostStep {
  followAll(effects, []);
  const by = learnerActed ? 'learner' : 'reference';
  return { conn, by, before: state, after: state, event, effects, diff: NO_DIFF };
}
