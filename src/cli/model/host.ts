import {
  type Config,
  type Effect,
  type Endpoint,
  type Env,
  NO_DATA,
  type Segment,
  type State,
  step,
  type Tcb,
  type TcpEvent,
  type Timer,
  TIMERS,
} from '#tcp';
import { isAllowed } from './edges.ts';
import type { Model, Side, UserCall } from './model.ts';

/** One connection of a host, as the other side may still know it. */
export interface Life {
  readonly iss: number;
  /** What the user gave to SEND. */
  readonly said: string;
  /** It ended without asking the peer: ABORT, lost patience, CLOSE before there was an answer. */
  readonly cut: boolean;
}

/** One side of the model: its TCB, and what its user knows and has done. */
export interface Host {
  readonly tcb: Tcb | null;
  readonly listening: boolean;
  /** How many calls of the script are done. */
  readonly at: number;
  /** Initial sequence numbers given out. */
  readonly isns: number;
  readonly lives: readonly Life[];
  /** What this connection's user has taken. */
  readonly heard: string;
}

/** What a host may do: take a segment, let a timer expire, lose patience, serve its user. */
export type Local =
  | { readonly type: 'segment'; readonly seg: Segment }
  | { readonly type: 'timer'; readonly timer: Timer }
  | { readonly type: 'give up' }
  | { readonly type: 'call'; readonly call: UserCall }
  | { readonly type: 'read' };

/** What came of it: the host afterwards, what it sent, and what it must not have done. */
export interface Outcome {
  readonly host: Host;
  readonly sent: readonly Segment[];
  readonly wrong: string | null;
}

export const ENDS: Readonly<Record<Side, Endpoint>> = {
  A: { address: '10.0.0.1', port: 40_001 },
  B: { address: '10.0.0.2', port: 8001 },
};

/** How far apart the initial sequence numbers of one host lie. */
const ISN_STEP = 100_000;

/** Later than any patience, ms. */
const MUCH_LATER = 1e12;

export const BLANK_HOST: Host = {
  tcb: null,
  listening: false,
  at: 0,
  isns: 0,
  lives: [],
  heard: '',
};

const text = (octets: Uint8Array): string => String.fromCharCode(...octets);

/** One step of one host: the real `step` of the engine, and the user behind it. */
export function advance(model: Model, side: Side, host: Host, local: Local): Outcome {
  let isns = host.isns;
  const env: Env = {
    now: local.type === 'give up' ? MUCH_LATER : 0,
    config: model.config,
    isn: () => (model.isn[side] + ISN_STEP * isns++) >>> 0,
    listening: host.listening,
  };
  const event = eventOf(side, local);
  if (event.type === 'OPEN' && event.mode === 'passive') {
    return { host: { ...host, listening: true, at: host.at + 1 }, sent: [], wrong: null };
  }

  const before = metBy(model, side, host, event);
  let result = step(model.engine, before, event, env);
  const wrong = wrongChange(before, result.effects, event);
  const effects: Effect[] = [...result.effects];
  if (model.reader === 'eager' && wantsReceive(result.tcb)) {
    result = step(model.engine, result.tcb, { type: 'RECEIVE', max: 65_535 }, env);
    effects.push(...result.effects);
  }

  const tcb = result.tcb?.state === 'LISTEN' ? null : result.tcb;
  const heard = effects.flatMap((one) => (one.type === 'deliver' ? [text(one.data)] : [])).join('');
  const after: Host = {
    ...host,
    tcb: tcb === null ? null : withoutClocks(tcb, model.config),
    isns,
    at: local.type === 'call' ? host.at + 1 : host.at,
    lives: livesAfter(host, tcb, local),
    heard: host.heard + heard,
  };
  const sent = effects.flatMap((one) => (one.type === 'send' ? [one.seg] : []));
  return { host: tcb === null ? withoutConnection(model, side, after) : after, sent, wrong };
}

function eventOf(side: Side, local: Local): TcpEvent {
  const here = ENDS[side];
  const there = ENDS[side === 'A' ? 'B' : 'A'];
  if (local.type === 'segment') return { type: 'SEGMENT-ARRIVES', seg: local.seg };
  if (local.type === 'timer') return { type: 'TIMEOUT', timer: local.timer };
  if (local.type === 'give up') return { type: 'TIMEOUT', timer: 'RETRANSMISSION' };
  if (local.type === 'read') return { type: 'RECEIVE', max: 1 };
  if (local.call === 'connect') return { type: 'OPEN', mode: 'active', local: here, remote: there };
  if (local.call === 'listen') return { type: 'OPEN', mode: 'passive', local: here };
  if (local.call === 'close') return { type: 'CLOSE' };
  if (local.call === 'abort') return { type: 'ABORT' };
  return { type: 'SEND', data: new TextEncoder().encode(local.call.send) };
}

/** The TCB that the event meets: the connection's, or a fresh one in LISTEN, or none. */
function metBy(model: Model, side: Side, host: Host, event: TcpEvent): Tcb | null {
  if (host.tcb !== null || !host.listening || event.type !== 'SEGMENT-ARRIVES') return host.tcb;
  const env: Env = { now: 0, config: model.config, isn: () => 0 };
  const listener = step(
    model.engine,
    null,
    { type: 'OPEN', mode: 'passive', local: ENDS[side] },
    env,
  );
  return listener.tcb === null ? null : { ...listener.tcb, remote: event.seg.src };
}

/** States that take a RECEIVE before there are octets for it (§3.10.3). */
const RECEIVING: ReadonlySet<State> = new Set([
  ...(['SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'] as const),
]);

/** Does an eager user call RECEIVE now? One always waits for what comes. */
function wantsReceive(tcb: Tcb | null): boolean {
  return tcb !== null && tcb.receives.length === 0 && RECEIVING.has(tcb.state);
}

/** The first change of state that RFC 9293 does not know. */
function wrongChange(
  before: Tcb | null,
  effects: readonly Effect[],
  event: TcpEvent,
): string | null {
  let state = before?.state ?? 'CLOSED';
  for (const effect of effects) {
    if (effect.type !== 'state') continue;
    if (effect.from !== state) return `a change from ${effect.from} in state ${state}`;
    if (!isAllowed(state, effect.to, event, before?.openedBy ?? null)) {
      return `no edge of the diagram leads from ${state} to ${effect.to} on ${event.type}`;
    }
    state = effect.to;
  }
  return null;
}

/** The TCB with every clock at 0: the model has no time, only an order. */
function withoutClocks(tcb: Tcb, config: Config): Tcb {
  const running = TIMERS.filter((timer) => tcb.timers[timer] !== undefined);
  return {
    ...tcb,
    rtx: tcb.rtx.map((entry) => ({ ...entry, sentAt: 0, again: 0 })),
    rcv: { ...tcb.rcv, tsRecentAt: 0 },
    heardAt: 0,
    probes: 0,
    challenges: 0,
    challengesFrom: 0,
    srtt: null,
    rttvar: 0,
    rto: config.rtoInitial,
    in: tcb.in.length === 0 ? NO_DATA : tcb.in,
    timers: Object.fromEntries(running.map((timer) => [timer, 0])),
  };
}

/** What is remembered of the host's connections, after `local` left `tcb`. */
function livesAfter(host: Host, tcb: Tcb | null, local: Local): readonly Life[] {
  const lives = [...host.lives];
  const known = lives.some(({ iss }) => iss === tcb?.iss);
  if (tcb !== null && !known) lives.push({ iss: tcb.iss, said: '', cut: false });
  const own = lives.findIndex(({ iss }) => iss === (tcb ?? host.tcb)?.iss);
  const life = lives[own];
  if (life === undefined) return lives;
  const said = local.type === 'call' && typeof local.call === 'object' ? local.call.send : '';
  const cut = tcb === null && (local.type === 'call' || local.type === 'give up');
  return lives.with(own, { ...life, said: life.said + said, cut: life.cut || cut });
}

/** The host when its connection is gone: the user goes on with the next one, or has done. */
function withoutConnection(model: Model, side: Side, host: Host): Host {
  const script = model.users[side];
  const next = script.slice(host.at).indexOf('connect');
  const at = host.listening
    ? script.indexOf('listen') + 1
    : next < 0
      ? script.length
      : host.at + next;
  return { ...host, at, heard: '' };
}
