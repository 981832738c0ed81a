import type { Segment, Timer } from '#tcp';
import { advance, BLANK_HOST, ENDS, type Host, type Local, type Outcome } from './host.ts';
import { canonical, createIntern, type Intern } from './intern.ts';
import type { Budget, Model, Side, UserCall } from './model.ts';

/** The whole model at one moment. Hosts and segments are numbers of the tables in `World`. */
export interface Situation extends Budget {
  readonly A: number;
  readonly B: number;
  /** What is on its way, sorted: the network keeps no order. */
  readonly net: readonly number[];
  /** What is left of an earlier life. */
  readonly old: readonly number[];
}

/** One event: what happens, and where. */
export type Move =
  | {
      readonly kind: 'deliver' | 'lose' | 'copy' | 'deliver old' | 'forget old';
      readonly seg: number;
    }
  | { readonly kind: 'timer' | 'early timer'; readonly side: Side; readonly timer: Timer }
  | { readonly kind: 'give up' | 'read'; readonly side: Side }
  | { readonly kind: 'call'; readonly side: Side; readonly call: UserCall };

/** A way to go on. `friendly`: users, hosts and network do their duty; nobody is asked for patience. */
export interface Step {
  readonly move: Move;
  readonly next: Situation;
  readonly friendly: boolean;
  /** What a host did that it must not. */
  readonly wrong: string | null;
}

/** Tables of what hosts and segments have been seen. */
export interface World {
  readonly model: Model;
  readonly hosts: Intern<Host>;
  readonly segments: Intern<Segment>;
  /** One step of one host, taken once and remembered: the engine is pure. */
  advance(side: Side, host: number, local: Local): Known;
}

/** An outcome in numbers. */
interface Known {
  readonly host: number;
  readonly sent: readonly number[];
  readonly wrong: Outcome['wrong'];
}

export function createWorld(model: Model): World {
  const hosts = createIntern<Host>();
  const segments = createIntern<Segment>();
  const known = new Map<string, Known>();
  return {
    model,
    hosts,
    segments,
    advance(side, host, local) {
      const what = local.type === 'segment' ? segments.id(local.seg) : canonical(local);
      const key = `${side}${host} ${what}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const { host: after, sent, wrong } = advance(model, side, hosts.value(host), local);
      const outcome = { host: hosts.id(after), sent: sent.map((seg) => segments.id(seg)), wrong };
      known.set(key, outcome);
      return outcome;
    },
  };
}

/** Where everything begins. */
export function firstOf({ model, hosts, segments }: World): Situation {
  const blank = hosts.id(BLANK_HOST);
  const old = model.old.map((seg) => segments.id(seg));
  return { A: blank, B: blank, net: [], old, ...model.budget };
}

/** The same text for the same situation. */
export function keyOf({ A, B, net, old, lose, copy, early, giveUp }: Situation): string {
  return `${A} ${B} ${lose}${copy}${early}${giveUp} ${net.join()} ${old.join()}`;
}

/** All that can happen next. */
export function stepsFrom(world: World, now: Situation): Step[] {
  const steps: Step[] = [];
  const onTheWay = [...new Set(now.net)];
  for (const seg of onTheWay) {
    steps.push(delivered(world, now, { kind: 'deliver', seg }));
    if (now.lose > 0) {
      const next = { ...now, lose: now.lose - 1, net: without(now.net, seg) };
      steps.push({ move: { kind: 'lose', seg }, next, friendly: false, wrong: null });
    }
    if (now.copy > 0) {
      const next = { ...now, copy: now.copy - 1, net: withMore(now.net, [seg]) };
      steps.push({ move: { kind: 'copy', seg }, next, friendly: false, wrong: null });
    }
  }
  for (const seg of now.old) {
    steps.push(delivered(world, now, { kind: 'deliver old', seg }));
    const next = { ...now, old: without(now.old, seg) };
    steps.push({ move: { kind: 'forget old', seg }, next, friendly: true, wrong: null });
  }
  for (const side of ['A', 'B'] as const) hostSteps(world, now, side, steps);
  return steps;
}

function delivered(world: World, now: Situation, move: Extract<Move, { seg: number }>): Step {
  const seg = world.segments.value(move.seg);
  const side = seg.dst.address === ENDS.A.address ? 'A' : 'B';
  const rest =
    move.kind === 'deliver'
      ? { ...now, net: without(now.net, move.seg) }
      : { ...now, old: without(now.old, move.seg) };
  return acted(world, rest, side, { type: 'segment', seg }, move, true);
}

/** What the host on `side` may do by itself. */
function hostSteps(world: World, now: Situation, side: Side, steps: Step[]): void {
  const host = world.hosts.value(now[side]);
  const take = (from: Situation, local: Local, move: Move, friendly = true) =>
    steps.push(acted(world, from, side, local, move, friendly));

  const call = nextCall(world.model, side, host);
  if (call !== null) {
    // Who hangs up before there was an answer must not be what saves the others.
    const patient = call !== 'close' || host.tcb?.state !== 'SYN-SENT';
    take(now, { type: 'call', call }, { kind: 'call', side, call }, patient);
  }
  if (host.tcb === null) return;

  if (canRead(world.model, host)) take(now, { type: 'read' }, { kind: 'read', side });
  const quiet = now.net.length === 0;
  for (const timer of Object.keys(host.tcb.timers) as Timer[]) {
    const local = { type: 'timer', timer } as const;
    const due =
      timer === 'DELAYED-ACK' || (quiet && (timer !== 'TIME-WAIT' || now.old.length === 0));
    if (due) take(now, local, { kind: 'timer', side, timer });
    else if (timer !== 'TIME-WAIT' && now.early > 0) {
      take({ ...now, early: now.early - 1 }, local, { kind: 'early timer', side, timer }, false);
    }
    if (timer === 'RETRANSMISSION' && quiet && now.giveUp > 0) {
      const from = { ...now, giveUp: now.giveUp - 1 };
      take(from, { type: 'give up' }, { kind: 'give up', side }, false);
    }
  }
}

function acted(
  world: World,
  from: Situation,
  side: Side,
  local: Local,
  move: Move,
  friendly: boolean,
): Step {
  const { host, sent, wrong } = world.advance(side, from[side], local);
  const next = { ...from, [side]: host, net: withMore(from.net, sent) };
  return { move, next, friendly, wrong };
}

/** The user's next call, if the connection is where it can be made. */
export function nextCall(model: Model, side: Side, host: Host): UserCall | null {
  const call = model.users[side][host.at];
  if (call === undefined) return null;
  if (call === 'listen') return call;
  if (call === 'connect') return host.tcb === null ? call : null;
  if (host.tcb === null) return null;
  // The user of a passive OPEN hears of the connection when it is established.
  return host.listening && host.tcb.state === 'SYN-RECEIVED' ? null : call;
}

const READING = new Set(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT']);

/** Are there octets that a slow user can take? */
export function canRead(model: Model, { tcb }: Host): boolean {
  return model.reader === 'slow' && tcb !== null && tcb.in.length > 0 && READING.has(tcb.state);
}

function without(list: readonly number[], one: number): number[] {
  return list.toSpliced(list.indexOf(one), 1);
}

function withMore(list: readonly number[], more: readonly number[]): readonly number[] {
  return more.length === 0 ? list : [...list, ...more].sort((a, b) => a - b);
}
