import { createAct } from './act.ts';
import { blankFor, copyTcb, DEFAULT_MSS, diffTcb } from './draft.ts';
import type { Effect } from './effect.ts';
import type { Engine, Env, Handler, StepResult } from './engine.ts';
import type { EventType, TcpEvent } from './event.ts';
import { serveReceives } from './receive.ts';
import { runWith } from './running.ts';
import type { State } from './state.ts';
import type { Tcb } from './tcb.ts';
import { requireTcb } from './validate.ts';

/** States in which no octet can come any more: a RECEIVE that still waits is returned. */
const NO_MORE_TEXT: ReadonlySet<State> = new Set([
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
]);

/**
 * Takes one event. Pure from outside: the given TCB stays as it was, and the same arguments give the
 * same result. `null` stands for CLOSED, where there is no TCB.
 *
 * Throws what a handler throws, and a PlankError where a plank asks for what no TCP can do; the
 * given TCB is intact then.
 */
export function step(engine: Engine, tcb: Tcb | null, event: TcpEvent, env: Env): StepResult {
  const before = tcb ?? blankFor(event, env.config);
  const draft = copyTcb(before);
  const effects: Effect[] = [];

  const { learnerActed } = runWith(engine, () => take(engine, draft, event, env, effects));
  return {
    tcb: draft.state === 'CLOSED' ? null : draft,
    effects,
    diff: diffTcb(before, draft),
    by: learnerActed ? 'learner' : 'reference',
  };
}

/** Runs the cell and what every event ends with. */
function take(engine: Engine, tcb: Tcb, event: TcpEvent, env: Env, effects: Effect[]): void {
  const { act, settle } = createAct(tcb, effects, env);
  const before = tcb.state;
  const cell = engine.cells[before];

  if (event.type === 'TIMEOUT') act.disarm(event.timer, '3.10.8');
  if (event.type === 'SEGMENT-ARRIVES') cell['SEGMENT-ARRIVES'](tcb, event.seg, act);
  else (cell[event.type] as Handler<EventType>)(tcb, event, act);

  if (engine.learners.length > 0) {
    requireTcb(tcb);
    noteState(tcb, before, effects);
  }
  if (event.type === 'SEGMENT-ARRIVES' && event.seg.ctl.syn) adoptMss(tcb, before, event, env);
  tcb.snd.maxWnd = Math.max(tcb.snd.maxWnd, tcb.snd.wnd);
  serveReceives(tcb, act, effects);
  if (tcb.receives.length > 0 && NO_MORE_TEXT.has(tcb.state)) tcb.receives = [];
  settle();
}

/** A plank may write `tcb.state` itself; the change belongs into the effects all the same. */
function noteState(tcb: Tcb, before: State, effects: Effect[]): void {
  const noted = effects.findLast((effect) => effect.type === 'state');
  const from = noted?.type === 'state' ? noted.to : before;
  if (from !== tcb.state) effects.push({ type: 'state', from, to: tcb.state, rule: null });
}

/** RFC 9293 §3.7.1: a SYN that led on brings the peer's MSS, or means the default (MUST-15). */
function adoptMss(
  tcb: Tcb,
  before: State,
  event: Extract<TcpEvent, { type: 'SEGMENT-ARRIVES' }>,
  env: Env,
): void {
  if ((before !== 'LISTEN' && before !== 'SYN-SENT') || tcb.state === before) return;
  tcb.snd.mss = Math.min(event.seg.options.mss ?? DEFAULT_MSS, env.config.mss);
}
