import { add, ctl, NO_DATA, type Ctl, type Segment, type Seq, type State, STATES } from '#tcp';
import type { Target } from './target.ts';

/** Where a target stands, in its own words: RCV.NXT, SND.UNA, SND.NXT, RCV.WND. */
export interface Standing {
  readonly rcvNxt: Seq;
  readonly sndUna: Seq;
  readonly sndNxt: Seq;
  readonly rcvWnd: number;
}

/** Our own initial sequence number. */
const ISS = 1_000_000;
const WINDOW = 20_000;

/** Linux's first window, which the engine is given too; after a FIN its right edge stays. */
export const KERNEL_WINDOW = 64_240;

/** A segment of ours to the target. */
export function ours(
  target: Target,
  on: Partial<Ctl>,
  seq: Seq,
  ack: Seq | null,
  data: Uint8Array = NO_DATA,
): Segment {
  const control = ctl({ ...on, ack: ack !== null });
  return {
    src: target.peer,
    dst: target.local,
    ...{ seq, ack: ack ?? 0, ctl: control, wnd: WINDOW, up: 0, data },
    options: control.syn ? { mss: 1460 } : {},
  };
}

/** All states are reached here, each by a way of its own. */
export const REACHED = STATES;
export type Reached = State;

/** Has the target sent a FIN, and has it taken ours? */
const SENT_FIN: ReadonlySet<Reached> = new Set([
  ...(['FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'] as const),
]);
const TOOK_FIN: ReadonlySet<Reached> = new Set([
  ...(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'] as const),
]);
const FIN_ACKED: ReadonlySet<Reached> = new Set(['FIN-WAIT-2', 'TIME-WAIT']);

/** Leads the target into a state. Throws if it does not get there. */
export async function reach(target: Target, state: Reached): Promise<Standing> {
  const iss = await walk(target, state);
  await target.settle();
  const found = await target.state();
  const wanted = state === 'LISTEN' ? 'CLOSED' : state;
  if (found !== wanted) throw new Error(`${state} was not reached: ${found}`);
  const sndNxt = add(iss, state === 'CLOSED' || state === 'LISTEN' ? 0 : 1);
  const afterFin = SENT_FIN.has(state) ? add(sndNxt, 1) : sndNxt;
  const unacked = state === 'SYN-SENT' || state === 'SYN-RECEIVED' ? iss : sndNxt;
  return {
    rcvNxt: add(ISS, TOOK_FIN.has(state) ? 2 : 1),
    sndUna: FIN_ACKED.has(state) ? afterFin : unacked,
    sndNxt: afterFin,
    rcvWnd: KERNEL_WINDOW - (TOOK_FIN.has(state) ? 1 : 0),
  };
}

/** Goes the way; the target's initial sequence number. */
async function walk(target: Target, state: Reached): Promise<Seq> {
  const { give } = target;
  if (state === 'CLOSED') return 0;
  if (state === 'SYN-SENT') {
    target.connect();
    return (await nextOf(target, 'syn')).seq;
  }
  await target.listen();
  if (state === 'LISTEN') return 0;

  give(ours(target, { syn: true }, ISS, null));
  const { seq: iss } = await nextOf(target, 'syn');
  if (state === 'SYN-RECEIVED') return iss;
  const [first, second] = [add(iss, 1), add(iss, 2)];
  give(ours(target, {}, add(ISS, 1), first));
  await target.settle();
  if (TOOK_FIN.has(state) && !SENT_FIN.has(state)) {
    give(ours(target, { fin: true }, add(ISS, 1), first));
  }
  if (state === 'LAST-ACK') {
    give(ours(target, { fin: true }, add(ISS, 1), first));
    await target.settle();
  }
  if (!SENT_FIN.has(state)) return iss;

  await target.finish();
  await nextOf(target, 'fin');
  if (FIN_ACKED.has(state)) {
    give(ours(target, {}, add(ISS, 1), second));
    await target.settle();
  }
  if (state === 'CLOSING') give(ours(target, { fin: true }, add(ISS, 1), first));
  if (state === 'TIME-WAIT') give(ours(target, { fin: true }, add(ISS, 1), second));
  return iss;
}

/** The first segment with this bit, as soon as it is there. */
async function nextOf(target: Target, bit: 'syn' | 'fin'): Promise<Segment> {
  for (let tries = 0; tries < 20; tries += 1) {
    const found = target.sent().find(({ ctl: on }) => on[bit]);
    if (found !== undefined) return found;
    await target.settle();
  }
  throw new Error(`the target sent no ${bit.toUpperCase()}`);
}
