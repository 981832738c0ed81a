/* Connections and segments for tests: each state is reached from the one before it. */
import { RFC9293 } from './profiles.ts';
import type { Effect } from './effect.ts';
import type { Engine, Env, StepResult } from './engine.ts';
import type { TcpEvent } from './event.ts';
import { reference } from './reference.ts';
import type { Config } from './config.ts';
import { ctl } from './ctl.ts';
import { type Ctl, type Endpoint, NO_DATA, type Options, type Segment } from './segment.ts';
import type { State } from './state.ts';
import { step } from './step.ts';
import { type Tcb, TIMERS } from './tcb.ts';

export const US: Endpoint = { address: '10.0.0.2', port: 8001 };
export const PEER: Endpoint = { address: '10.0.0.1', port: 40001 };

/** Our and the peer's initial sequence numbers: close to the wrap, so that tests cross it. */
export const ISS = 0xffff_fffe;
export const IRS = 0xffff_ff00;

/** The first numbers after the SYNs. */
export const OURS = (ISS + 1) >>> 0;
export const THEIRS = (IRS + 1) >>> 0;

export const env: Env = { now: 1_000, config: RFC9293, isn: () => ISS };

/** A segment from the peer: `from({ syn: true }, { seq: IRS })`. */
export function from(on: Partial<Ctl>, fields: Partial<Segment> = {}): Segment {
  return {
    src: PEER,
    dst: US,
    seq: THEIRS,
    ack: OURS,
    ctl: ctl(on),
    wnd: 65_535,
    up: 0,
    data: NO_DATA,
    options: {},
    ...fields,
  };
}

/** A text as octets. */
export const octets = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Takes one event with the reference, or with `engine`. */
export function after(tcb: Tcb | null, event: TcpEvent, engine: Engine = reference): StepResult {
  return step(engine, tcb, event, env);
}

/** The event that `seg` arrives. */
export const arrival = (seg: Segment): TcpEvent => ({ type: 'SEGMENT-ARRIVES', seg });

const one = (n: number) => (n + 1) >>> 0;

/** A connection in `state`, reached by the shortest way. */
export function inState(state: Exclude<State, 'CLOSED'>): Tcb {
  const { tcb } = play(state);
  if (tcb === null) throw new Error(`the way to ${state} led to CLOSED`);
  return tcb;
}

/** The segments among the effects, each as one line: `SYN,ACK seq=1 ack=2 len=0`. */
export function sent(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => (effect.type === 'send' ? [line(effect.seg)] : []));
}

/** Our numbers count from ISS, the peer's from IRS, as a packetdrill script counts. */
function line(seg: Segment): string {
  const names = (['syn', 'fin', 'rst', 'psh', 'ack'] as const).filter((bit) => seg.ctl[bit]);
  const ack = seg.ctl.ack ? ` ack=${(seg.ack - IRS) >>> 0}` : '';
  const text = seg.data.length > 0 ? ` len=${seg.data.length}` : '';
  return `${names.join(',').toUpperCase()} seq=${(seg.seq - ISS) >>> 0}${ack}${text}`;
}

/** The signals among the effects. */
export function signals(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => (effect.type === 'signal' ? [effect.signal] : []));
}

/** One connection with settings of its own, whose timers expire when the clock passes them. */
export interface Player {
  readonly tcb: Tcb | null;
  readonly now: number;
  /** Takes an event now; gives what was sent, as `sent` does. */
  take(event: TcpEvent): string[];
  /** Lets the clock run; gives what was sent meanwhile, each line with the ms since the call. */
  wait(ms: number): string[];
  /** All signals so far. */
  readonly signals: readonly string[];
  /** All rules so far, of effects and cited. */
  readonly rules: readonly string[];
  /** The segments that the latest `take` or `wait` sent. */
  readonly segments: readonly Segment[];
}

/** A player whose connection is in `state`, reached with `config`. */
export function play(
  state: State,
  config: Partial<Config> = {},
  { listening = false, syn = {} }: { listening?: boolean; syn?: Options } = {},
): Player {
  const own = { ...RFC9293, ...config };
  let tcb: Tcb | null = null;
  let now = env.now;
  let segments: Segment[] = [];
  const heard: string[] = [];
  const rules: string[] = [];

  const takeOne = (event: TcpEvent): string[] => {
    const result = step(reference, tcb, event, { ...env, now, config: own, listening });
    // A host gives each caller at the door a TCB of its own, with the remote socket filled in.
    tcb = result.tcb?.state === 'LISTEN' ? { ...result.tcb, remote: PEER } : result.tcb;
    heard.push(...signals(result.effects));
    rules.push(...result.effects.flatMap(({ rule }) => rule ?? []), ...result.cites);
    segments.push(...result.effects.flatMap((e) => (e.type === 'send' ? [e.seg] : [])));
    return sent(result.effects);
  };
  const nextTimer = () =>
    TIMERS.map((timer) => ({ timer, at: tcb?.timers[timer] ?? Number.POSITIVE_INFINITY })).sort(
      (a, b) => a.at - b.at,
    )[0];

  const player: Player = {
    get tcb() {
      return tcb;
    },
    get now() {
      return now;
    },
    signals: heard,
    rules,
    get segments() {
      return segments;
    },
    take(event) {
      segments = [];
      return takeOne(event);
    },
    wait(ms) {
      segments = [];
      const lines: string[] = [];
      const start = now;
      for (;;) {
        const next = nextTimer();
        if (next === undefined || next.at > start + ms) break;
        now = next.at;
        const at = now - start;
        lines.push(
          ...takeOne({ type: 'TIMEOUT', timer: next.timer }).map((line) => `${at} ${line}`),
        );
      }
      now = start + ms;
      return lines;
    },
  };
  for (const event of WAYS[state](syn)) player.take(event);
  return player;
}

const PASSIVE: TcpEvent = { type: 'OPEN', mode: 'passive', local: US };
const BARE_ACK = from({ ack: true });

/** The shortest way to each state, as events; `syn` are the options of the peer's SYN. */
const WAYS: Record<State, (syn: Options) => TcpEvent[]> = {
  CLOSED: () => [],
  LISTEN: () => [PASSIVE],
  'SYN-SENT': () => [{ type: 'OPEN', mode: 'active', local: US, remote: PEER }],
  'SYN-RECEIVED': (syn) => [
    PASSIVE,
    arrival(from({ syn: true }, { seq: IRS, ack: 0, options: syn })),
  ],
  ESTABLISHED: (syn) => [...WAYS['SYN-RECEIVED'](syn), arrival(stamped(BARE_ACK, syn))],
  'FIN-WAIT-1': (syn) => [...WAYS.ESTABLISHED(syn), { type: 'CLOSE' }],
  'FIN-WAIT-2': (syn) => [
    ...WAYS['FIN-WAIT-1'](syn),
    arrival(stamped(from({ ack: true }, { ack: one(OURS) }), syn)),
  ],
  'CLOSE-WAIT': (syn) => [
    ...WAYS.ESTABLISHED(syn),
    arrival(stamped(from({ fin: true, ack: true }), syn)),
  ],
  CLOSING: (syn) => [
    ...WAYS['FIN-WAIT-1'](syn),
    arrival(stamped(from({ fin: true, ack: true }), syn)),
  ],
  'LAST-ACK': (syn) => [...WAYS['CLOSE-WAIT'](syn), { type: 'CLOSE' }],
  'TIME-WAIT': (syn) => [
    ...WAYS['FIN-WAIT-2'](syn),
    arrival(stamped(from({ fin: true, ack: true }, { ack: one(OURS) }), syn)),
  ],
};

/** `seg` with the timestamp of the peer's SYN, if it had one. */
const stamped = (seg: Segment, { ts }: Options): Segment =>
  ts === undefined ? seg : { ...seg, options: { ts } };
