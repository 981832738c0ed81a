import { takenApart, Verbs } from './act.ts';
import { diffTcb } from './diff.ts';
import { blankFor, copyTcb } from './draft.ts';
import type { Effect, RuleId } from './effect.ts';
import type { Act, Diff, Engine, Env, Handler, StepResult } from './engine.ts';
import type { EventType, TcpEvent } from './event.ts';
import { afterEvent } from './after-event.ts';
import { follow, followAll } from './followed.ts';
import { adopt, forgetOptions } from './options.ts';
import { runWith } from './running.ts';
import type { Segment } from './segment.ts';
import type { State } from './state.ts';
import type { Tcb } from './tcb.ts';
import { requireTcb } from './validate.ts';

/**
 * Takes one event. Pure from outside: the given TCB stays as it was, and the same arguments give the
 * same result. `null` stands for CLOSED, where there is no TCB.
 *
 * Throws what a handler throws, and a PlankError where a plank asks for what no TCP can do; the
 * given TCB is intact then.
 */
export function step(engine: Engine, tcb: Tcb | null, event: TcpEvent, env: Env): StepResult {
  return run(engine, tcb, event, env, true);
}

/** A step whose diff is left empty: it costs as much as all the rest, and who keeps no record needs none. */
export function advance(engine: Engine, tcb: Tcb | null, event: TcpEvent, env: Env): StepResult {
  return run(engine, tcb, event, env, false);
}

const NO_DIFF: Diff = {};

function run(
  engine: Engine,
  tcb: Tcb | null,
  event: TcpEvent,
  env: Env,
  wantsDiff: boolean,
): StepResult {
  const before = tcb ?? blankFor(event, env.config);
  const draft = copyTcb(before);
  const effects: Effect[] = [];
  const cites: RuleId[] = [];
  const { learnerActed } = runWith(engine, () =>
    take(engine, draft, before, event, env, effects, cites),
  );
  followAll(effects, cites);
  return {
    tcb: draft.state === 'CLOSED' ? null : draft,
    effects,
    diff: wantsDiff ? diffTcb(before, draft) : NO_DIFF,
    cites,
    by: learnerActed ? 'learner' : 'reference',
  };
}

/** Runs the cell and what every event ends with. */
function take(
  engine: Engine,
  tcb: Tcb,
  before: Readonly<Tcb>,
  event: TcpEvent,
  env: Env,
  effects: Effect[],
  cites: RuleId[],
): void {
  const seg = event.type === 'SEGMENT-ARRIVES' ? scaled(tcb, event.seg) : null;
  const verbs = new Verbs(tcb, before, effects, cites, env, seg);
  const act = engine.learners.length === 0 ? verbs : takenApart(verbs);

  if (seg !== null) takeSegment(engine, tcb, before, seg, act);
  else if (event.type !== 'SEGMENT-ARRIVES') {
    if (event.type === 'TIMEOUT') act.disarm(event.timer, '3.10.8');
    (engine.cells[before.state][event.type] as Handler<EventType>)(tcb, event, act);
  }

  if (engine.learners.length > 0) {
    requireTcb(tcb);
    noteState(tcb, before.state, effects);
  }
  if (seg !== null && opens(before, seg)) {
    tcb.heardAt = env.now;
    if (tcb.state === before.state) forgetOptions(tcb, before);
  }
  verbs.flush();
  afterEvent(tcb, before, act, effects);
  verbs.settle();
}

function takeSegment(
  engine: Engine,
  tcb: Tcb,
  before: Readonly<Tcb>,
  seg: Segment,
  act: Act,
): void {
  const { state } = before;
  const meetsNobody = state === 'CLOSED' || state === 'LISTEN';
  const refused = meetsNobody ? engine.functions.refusal(tcb, seg, act.config) : null;
  if (refused !== null) return act.drop(refused.why, refused.rule);

  if (opens(before, seg)) adopt(tcb, seg, act.config, act.now);
  engine.cells[state]['SEGMENT-ARRIVES'](tcb, seg, act);
}

/** May this segment open the connection? Then its options count, unless it leads to nothing. */
function opens({ state }: Readonly<Tcb>, { ctl }: Segment): boolean {
  return ctl.syn && (state === 'LISTEN' || state === 'SYN-SENT');
}

/** The segment with the window that its field stands for (RFC 7323 §2.3). */
function scaled(tcb: Tcb, seg: Segment): Segment {
  if (tcb.snd.shift === 0 || seg.ctl.syn) return seg;
  follow('RFC7323/2.3');
  follow('REC-1');
  return { ...seg, wnd: seg.wnd * 2 ** tcb.snd.shift };
}

/** A plank may write `tcb.state` itself; the change belongs into the effects all the same. */
function noteState(tcb: Tcb, before: State, effects: Effect[]): void {
  const noted = effects.findLast((effect) => effect.type === 'state');
  const from = noted?.type === 'state' ? noted.to : before;
  if (from !== tcb.state) effects.push({ type: 'state', from, to: tcb.state, rule: null });
}
