import { goOn } from './arrives.ts';
import { lt, segLen } from './bound.ts';
import { ctl as bits } from './ctl.ts';
import { delay } from './delayed-ack.ts';
import type { Config } from './config.ts';
import { blankTcb, NO_TIMERS, NOTHING } from './draft.ts';
import type { Effect, RuleId, Signal } from './effect.ts';
import type { Act, Env } from './engine.ts';
import { adopt, effectiveMss } from './options.ts';
import { PlankError } from './plank-error.ts';
import { buffer } from './receive.ts';
import { acknowledge, fitted } from './retransmission.ts';
import { timeoutOf } from './rto.ts';
import { atWork } from './running.ts';
import { NO_DATA, type Ctl, type Endpoint, type Segment, type Seq } from './segment.ts';
import { add } from './seq.ts';
import type { State } from './state.ts';
import { type Tcb, type Timer, type Timers, TIMERS, type Unacked } from './tcb.ts';
import { requireMs, requireSeq, requireState, requireText } from './validate.ts';

/** No event asks for more effects than this; a plank that goes on is in an endless loop. */
const MAX_EFFECTS = 1_000;

/** How far the ISS of a reopened connection lies behind the old one's last number, if need be. */
const REOPEN_GAP = 65_537;

/**
 * The verbs of one step, which write to its TCB, its effects and its cites, and what the step must
 * still do when its handler has returned. A class, because one is made for each event, and twenty
 * closures would cost more than the event.
 */
export class Verbs implements Act {
  readonly now: number;
  readonly config: Config;
  readonly listening: boolean;
  readonly #tcb: Tcb;
  readonly #effects: Effect[];
  readonly #cites: RuleId[];
  readonly #env: Env;
  /** The segment in hand, if any. */
  readonly #arrived: Segment | null;
  readonly #before: Readonly<Tcb>;
  #ackOwed: RuleId | true | null = null;
  #tookText = false;
  #isnAbove: Seq | null = null;
  #transmitOwed: RuleId | null = null;

  /** `tcb` is the draft, `before` what it was copied from, `arrived` the segment in hand. */
  constructor(
    tcb: Tcb,
    before: Readonly<Tcb>,
    effects: Effect[],
    cites: RuleId[],
    env: Env,
    arrived: Segment | null,
  ) {
    this.now = env.now;
    this.config = env.config;
    this.listening = env.listening ?? false;
    this.#tcb = tcb;
    this.#effects = effects;
    this.#cites = cites;
    this.#env = env;
    this.#arrived = arrived;
    this.#before = before;
  }

  isn(): Seq {
    const isn = this.#env.isn(this.#tcb.local, this.#tcb.remote);
    const above = this.#isnAbove;
    return above === null || lt(above, isn) ? isn : add(above, REOPEN_GAP);
  }

  cite(rule: RuleId): void {
    this.#cites.push(rule);
  }

  send(...[on, fields, rule]: Parameters<Act['send']>): void {
    const { seq, ack, data = NO_DATA } = fields;
    const control = bits(on);
    const tcb = this.#tcb;
    if (tcb.remote === null) throw new PlankError('act.send: the remote socket is unspecified');
    requireSeq('act.send: seq', seq);
    if (control.ack) requireSeq('act.send: ack', ack);
    requireText('act.send: data', data);
    const seg = this.#segment(tcb.local, tcb.remote, control, seq, ack ?? 0, data);
    this.#emit(seg, false, rule);
    if (control.fin) tcb.finSeq = add(seq, data.length);
    if (control.rst || segLen(seg) === 0) return;
    this.#keep({ seq, ctl: control, data, sentAt: this.now, again: 0 });
  }

  ack(rule?: RuleId): void {
    this.#ackOwed = rule ?? true;
  }

  reset(seg: Segment, rule?: RuleId): void {
    const control = bits({ rst: true, ack: !seg.ctl.ack });
    const seq = seg.ctl.ack ? seg.ack : 0;
    const ack = add(seg.seq, segLen(seg));
    this.#emit(this.#segment(seg.dst, seg.src, control, seq, ack, NO_DATA), false, rule);
  }

  acknowledge(upTo: Seq, rule?: RuleId): void {
    const tcb = this.#tcb;
    requireSeq('act.acknowledge', upTo);
    if (!acknowledge(tcb, upTo, this.#arrived, this) && tcb.rtx.length === 0) return;
    if (rule !== undefined) this.#cites.push(rule);
    if (tcb.rtx.length === 0) this.disarm('RETRANSMISSION', 'RFC6298/5.2');
    else this.arm('RETRANSMISSION', timeoutOf(tcb, this.config), 'RFC6298/5.3');
    // More was lost with what the timer sent again: the next of it goes at once.
    if (tcb.recover !== null && tcb.rtx.length > 0) this.resend('RFC6582/3.2');
  }

  transmit(rule?: RuleId): void {
    // What arrives is counted first, so that what leaves can acknowledge it (MUST-58).
    if (this.#arrived !== null) this.#transmitOwed = rule ?? '3.10.2';
    else atWork().functions.transmit(this.#tcb, this, rule ?? '3.10.2');
  }

  /** Sends what `transmit` has put off until the event was done with. */
  flush(): void {
    if (this.#transmitOwed === null) return;
    atWork().functions.transmit(this.#tcb, this, this.#transmitOwed);
  }

  resend(rule?: RuleId): void {
    const tcb = this.#tcb;
    const [front, ...rest] = tcb.rtx;
    if (front === undefined || tcb.remote === null) return;
    const [first, ...more] = fitted(front, effectiveMss(tcb));
    const { ctl, seq, data } = first;
    this.#emit(this.#segment(tcb.local, tcb.remote, ctl, seq, tcb.rcv.nxt, data), true, rule);
    tcb.rtx = [{ ...first, again: front.again + 1 }, ...more, ...rest];
  }

  goOn(seg: Segment): void {
    this.transmit('3.10.7.3/4');
    goOn(this.#tcb, seg, this);
  }

  reopen(seg: Segment, above: Seq, rule?: RuleId): void {
    const tcb = this.#tcb;
    requireSeq('act.reopen', above);
    if (tcb.remote === null) return;
    // The last number that was used and the next one ask for the same.
    this.#isnAbove = above === add(tcb.snd.nxt, -1) ? tcb.snd.nxt : above;
    const { state, local, remote, settings } = tcb;
    Object.assign(tcb, blankTcb(local, remote, this.config), { state, settings });
    this.become('LISTEN', rule);
    adopt(tcb, seg, this.config, this.now);
    atWork().cells.LISTEN['SEGMENT-ARRIVES'](tcb, seg, this);
  }

  become(state: State, rule?: RuleId): void {
    const tcb = this.#tcb;
    requireState('act.become', state);
    if (state === tcb.state) return;
    this.#effect({ type: 'state', from: tcb.state, to: state, rule: rule ?? null });
    tcb.state = state;
    if (state !== 'CLOSED' && state !== 'LISTEN') return;
    tcb.rtx = NOTHING;
    tcb.timers = NO_TIMERS;
    // The next caller is not made to wait as long as this one was (RFC 6298 §2.1).
    tcb.rto = this.config.rtoInitial;
    this.#ackOwed = null;
  }

  arm(timer: Timer, ms: number, rule?: RuleId): void {
    requireMs('act.arm', ms);
    const at = this.now + ms;
    this.#tcb.timers = { ...this.#tcb.timers, [timer]: at };
    this.#effect({ type: 'timer', timer, at, rule: rule ?? null });
  }

  disarm(timer: Timer, rule?: RuleId): void {
    const tcb = this.#tcb;
    if (tcb.timers[timer] === undefined) return;
    tcb.timers = without(tcb.timers, timer);
    this.#effect({ type: 'timer', timer, at: null, rule: rule ?? null });
  }

  deliver(data: Uint8Array, rule?: RuleId): void {
    requireText('act.deliver: data', data);
    this.#tookText = true;
    buffer(this.#tcb, data);
    if (rule !== undefined) this.#cites.push(rule);
  }

  signal(signal: Signal, rule?: RuleId): void {
    this.#effect({ type: 'signal', signal, rule: rule ?? null });
  }

  drop(why: string, rule?: RuleId): void {
    this.#effect({ type: 'drop', why, rule: rule ?? null });
  }

  /** Sends the ACK that was asked for, unless something that left since has said the same. */
  settle(): void {
    const tcb = this.#tcb;
    const { config } = this;
    const { functions } = atWork();
    if (this.#ackOwed === null || tcb.remote === null) return;
    const rule = this.#ackOwed === true ? undefined : this.#ackOwed;
    this.#ackOwed = null;
    if (functions.mayWait(tcb, this.#before, config, this.#tookText)) return delay(tcb, this);
    const arrived = this.#arrived;
    if (arrived !== null && !functions.mayChallenge(tcb, arrived, this.#before.state, this)) return;
    // Some systems answer from CLOSING with their FIN; its number is before SND.NXT.
    const repeatsFin = tcb.state === 'CLOSING' && config.closingAnswer === 'FIN,ACK';
    const seq = repeatsFin && tcb.finSeq !== null ? tcb.finSeq : tcb.snd.nxt;
    const control = repeatsFin ? FIN_ACK : ACK;
    const seg = this.#segment(tcb.local, tcb.remote, control, seq, tcb.rcv.nxt, NO_DATA);
    this.#emit(seg, false, rule);
  }

  #effect(one: Effect): void {
    if (this.#effects.length >= MAX_EFFECTS) {
      throw new PlankError(`one event led to more than ${MAX_EFFECTS} effects`);
    }
    this.#effects.push(one);
  }

  #segment(src: Endpoint, dst: Endpoint, ctl: Ctl, seq: Seq, ack: Seq, data: Uint8Array): Segment {
    const latest = this.#arrived === null ? null : this.#arrived.seq;
    const { functions } = atWork();
    return {
      src,
      dst,
      seq,
      ack: ctl.ack ? ack : 0,
      ctl,
      wnd: ctl.rst ? 0 : functions.windowField(this.#tcb, ctl),
      up: 0,
      data,
      options: functions.optionsFor(this.#tcb, ctl, this.config, this.now, latest),
    };
  }

  #emit(seg: Segment, again: boolean, rule: RuleId | undefined): void {
    const tcb = this.#tcb;
    this.#effect({ type: 'send', seg, again, rule: rule ?? null });
    if (!seg.ctl.ack || seg.ctl.rst) return;
    tcb.rcv.acked = seg.ack;
    if (seg.ack !== tcb.rcv.nxt) return;
    if (this.#ackOwed !== null) this.#cites.push('MUST-58');
    this.#ackOwed = null;
    this.disarm('DELAYED-ACK', 'SHLD-18');
  }

  /** A SYN,ACK takes the place of the SYN that it repeats; all else queues up. */
  #keep(entry: Unacked): void {
    const tcb = this.#tcb;
    const repeats = entry.ctl.syn && tcb.rtx[0]?.ctl.syn === true && tcb.rtx[0].seq === entry.seq;
    tcb.rtx = repeats ? [entry, ...tcb.rtx.slice(1)] : [...tcb.rtx, entry];
    if (tcb.timers.RETRANSMISSION !== undefined) return;
    this.arm('RETRANSMISSION', timeoutOf(tcb, this.config), 'RFC6298/5.1');
  }
}

/** The same verbs, each a function by itself: a learner's plank may take them apart (`const { send } = act`). */
export function takenApart(verbs: Verbs): Act {
  const { now, config, listening } = verbs;
  const own = VERBS.map((name) => [name, verbs[name].bind(verbs)] as const);
  return { now, config, listening, ...Object.fromEntries(own) } as Act;
}

const VERBS = [
  'isn',
  'cite',
  'send',
  'ack',
  'reset',
  'acknowledge',
  'transmit',
  'resend',
  'goOn',
  'reopen',
  'become',
  'arm',
  'disarm',
  'deliver',
  'signal',
  'drop',
] as const satisfies readonly (keyof Act)[];

/** The others of `timers`; most often there is none. */
function without(timers: Timers, timer: Timer): Timers {
  let others: { [T in Timer]?: number } | null = null;
  for (const one of TIMERS) {
    const at = timers[one];
    if (at === undefined || one === timer) continue;
    others ??= {};
    others[one] = at;
  }
  return others ?? NO_TIMERS;
}

const ACK = bits({ ack: true });
const FIN_ACK = bits({ fin: true, ack: true });
