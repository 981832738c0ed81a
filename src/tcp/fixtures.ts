/* Connections and segments for tests: each state is reached from the one before it. */
import { RFC9293 } from './profiles.ts';
import type { Effect } from './effect.ts';
import type { Engine, Env, StepResult } from './engine.ts';
import type { TcpEvent } from './event.ts';
import { reference } from './reference.ts';
import { ctl } from './ctl.ts';
import { type Ctl, type Endpoint, NO_DATA, type Segment } from './segment.ts';
import type { State } from './state.ts';
import { step } from './step.ts';
import type { Tcb } from './tcb.ts';

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

const then = (tcb: Tcb, event: TcpEvent): Tcb => {
  const next = after(tcb, event).tcb;
  if (next === null) throw new Error('the fixture led to CLOSED');
  return next;
};

const one = (n: number) => (n + 1) >>> 0;

const builders: Record<Exclude<State, 'CLOSED'>, () => Tcb> = {
  LISTEN: () => ({ ...passive(), remote: PEER }),
  'SYN-SENT': () => {
    const { tcb } = after(null, { type: 'OPEN', mode: 'active', local: US, remote: PEER });
    if (tcb === null) throw new Error('OPEN led to CLOSED');
    return tcb;
  },
  'SYN-RECEIVED': () => then(inState('LISTEN'), arrival(from({ syn: true }, { seq: IRS, ack: 0 }))),
  ESTABLISHED: () => then(inState('SYN-RECEIVED'), arrival(from({ ack: true }))),
  'FIN-WAIT-1': () => then(inState('ESTABLISHED'), { type: 'CLOSE' }),
  'FIN-WAIT-2': () => then(inState('FIN-WAIT-1'), arrival(from({ ack: true }, { ack: one(OURS) }))),
  'CLOSE-WAIT': () => then(inState('ESTABLISHED'), arrival(from({ fin: true, ack: true }))),
  CLOSING: () => then(inState('FIN-WAIT-1'), arrival(from({ fin: true, ack: true }))),
  'LAST-ACK': () => then(inState('CLOSE-WAIT'), { type: 'CLOSE' }),
  'TIME-WAIT': () =>
    then(inState('FIN-WAIT-2'), arrival(from({ fin: true, ack: true }, { ack: one(OURS) }))),
};

function passive(): Tcb {
  const { tcb } = after(null, { type: 'OPEN', mode: 'passive', local: US });
  if (tcb === null) throw new Error('OPEN led to CLOSED');
  return tcb;
}

/** A connection in `state`, reached by the shortest way. */
export function inState(state: Exclude<State, 'CLOSED'>): Tcb {
  return builders[state]();
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
