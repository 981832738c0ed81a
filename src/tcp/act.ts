import { goOn } from './arrives.ts';
import { lt, segLen } from './bound.ts';
import { ctl as bits } from './ctl.ts';
import { delay, mayWait } from './delayed-ack.ts';
import { blankTcb } from './draft.ts';
import type { Effect, RuleId } from './effect.ts';
import type { Act, Env } from './engine.ts';
import { adopt, effectiveMss, optionsFor } from './options.ts';
import { PlankError } from './plank-error.ts';
import { buffer } from './receive.ts';
import { acknowledge } from './retransmission.ts';
import { atWork } from './running.ts';
import { NO_DATA, type Ctl, type Endpoint, type Segment, type Seq } from './segment.ts';
import { add } from './seq.ts';
import type { Tcb, Timer, Unacked } from './tcb.ts';
import { mayChallenge } from './throttle.ts';
import { requireMs, requireSeq, requireState } from './validate.ts';

/** No event asks for more effects than this; a plank that goes on is in an endless loop. */
const MAX_EFFECTS = 1_000;

/** How far the ISS of a reopened connection lies behind the old one's last number, if need be. */
const REOPEN_GAP = 65_537;

/** The verbs of one step, and what the step must still do when its handler has returned. */
export interface Acting {
  readonly act: Act;
  /** Sends the ACK that was asked for, unless something that left since has said the same. */
  settle(): void;
}

/** Makes the verbs that write to `tcb`, `effects` and `cites`. `arrived`: the segment in hand, if any. */
export function createAct(
  tcb: Tcb,
  effects: Effect[],
  cites: RuleId[],
  env: Env,
  arrived: Segment | null,
): Acting {
  const { now, config } = env;
  const before = tcb.state;
  let ackOwed: RuleId | true | null = null;
  let tookText = false;
  let isnAbove: Seq | null = null;

  const effect = (one: Effect) => {
    if (effects.length >= MAX_EFFECTS) {
      throw new PlankError(`one event led to more than ${MAX_EFFECTS} effects`);
    }
    effects.push(one);
  };

  const segment = (dst: Endpoint, control: Ctl, seq: Seq, ack: Seq, data: Uint8Array): Segment => ({
    src: tcb.local,
    dst,
    seq,
    ack: control.ack ? ack : 0,
    ctl: control,
    wnd: control.rst ? 0 : windowField(tcb, control),
    up: 0,
    data,
    options: optionsFor(tcb, control, config, now, arrived?.seq ?? null),
  });

  const emit = (seg: Segment, again: boolean, rule: RuleId | undefined) => {
    effect({ type: 'send', seg, again, rule: rule ?? null });
    if (!seg.ctl.ack || seg.ctl.rst) return;
    tcb.rcv.acked = seg.ack;
    if (seg.ack !== tcb.rcv.nxt) return;
    if (ackOwed !== null) cites.push('MUST-58');
    ackOwed = null;
    act.disarm('DELAYED-ACK', 'SHLD-18');
  };

  /** A SYN,ACK takes the place of the SYN that it repeats; all else queues up. */
  const keep = (entry: Unacked) => {
    const repeats = entry.ctl.syn && tcb.rtx[0]?.ctl.syn === true && tcb.rtx[0].seq === entry.seq;
    tcb.rtx = repeats ? [entry, ...tcb.rtx.slice(1)] : [...tcb.rtx, entry];
    if (tcb.timers.RETRANSMISSION === undefined) act.arm('RETRANSMISSION', tcb.rto, 'RFC6298/5.1');
  };

  const act: Act = {
    now,
    config,
    listening: env.listening ?? false,

    isn() {
      const isn = env.isn(tcb.local, tcb.remote);
      return isnAbove === null || lt(isnAbove, isn) ? isn : add(isnAbove, REOPEN_GAP);
    },

    cite(rule) {
      cites.push(rule);
    },

    send(on, { seq, ack, data = NO_DATA }, rule) {
      const control = bits(on);
      if (tcb.remote === null) throw new PlankError('act.send: the remote socket is unspecified');
      requireSeq('act.send: seq', seq);
      if (control.ack) requireSeq('act.send: ack', ack);
      if (!(data instanceof Uint8Array)) throw new PlankError('act.send: data is no Uint8Array');
      const seg = segment(tcb.remote, control, seq, ack ?? 0, data);
      emit(seg, false, rule);
      if (control.fin) tcb.finSeq = add(seq, data.length);
      if (control.rst || segLen(seg) === 0) return;
      keep({ seq, ctl: control, data, sentAt: now, again: 0 });
    },

    ack(rule) {
      ackOwed = rule ?? true;
    },

    reset(seg, rule) {
      const control = bits({ rst: true, ack: !seg.ctl.ack });
      const seq = seg.ctl.ack ? seg.ack : 0;
      const answer = segment(seg.src, control, seq, add(seg.seq, segLen(seg)), NO_DATA);
      emit({ ...answer, src: seg.dst }, false, rule);
    },

    acknowledge(upTo, rule) {
      requireSeq('act.acknowledge', upTo);
      if (!acknowledge(tcb, upTo, arrived, act)) return;
      if (rule !== undefined) cites.push(rule);
      if (tcb.rtx.length === 0) act.disarm('RETRANSMISSION', 'RFC6298/5.2');
      else act.arm('RETRANSMISSION', tcb.rto, 'RFC6298/5.3');
    },

    transmit: (rule) => atWork().functions.transmit(tcb, act, rule ?? '3.10.2'),

    resend(rule) {
      const [front, ...rest] = tcb.rtx;
      if (front === undefined || tcb.remote === null) return;
      const [first, ...more] = fitted(front, effectiveMss(tcb));
      emit(segment(tcb.remote, first.ctl, first.seq, tcb.rcv.nxt, first.data), true, rule);
      tcb.rtx = [{ ...first, again: front.again + 1 }, ...more, ...rest];
    },

    goOn: (seg) => {
      act.transmit('3.10.7.3/4');
      goOn(tcb, seg, act);
    },

    reopen(seg, above, rule) {
      requireSeq('act.reopen', above);
      if (tcb.remote === null) return;
      isnAbove = above;
      const { state, local, remote, settings } = tcb;
      Object.assign(tcb, blankTcb(local, remote, config), { state, settings });
      act.become('LISTEN', rule);
      adopt(tcb, seg, config, now);
      atWork().cells.LISTEN['SEGMENT-ARRIVES'](tcb, seg, act);
    },

    become(state, rule) {
      requireState('act.become', state);
      if (state === tcb.state) return;
      effect({ type: 'state', from: tcb.state, to: state, rule: rule ?? null });
      tcb.state = state;
      if (state !== 'CLOSED' && state !== 'LISTEN') return;
      tcb.rtx = [];
      tcb.timers = {};
      ackOwed = null;
    },

    arm(timer, ms, rule) {
      requireMs(`act.arm('${timer}')`, ms);
      tcb.timers = { ...tcb.timers, [timer]: now + ms };
      effect({ type: 'timer', timer, at: now + ms, rule: rule ?? null });
    },

    disarm(timer: Timer, rule) {
      if (tcb.timers[timer] === undefined) return;
      const { [timer]: _off, ...others } = tcb.timers;
      tcb.timers = others;
      effect({ type: 'timer', timer, at: null, rule: rule ?? null });
    },

    deliver(data, rule) {
      tookText = true;
      buffer(tcb, data);
      if (rule !== undefined) cites.push(rule);
    },
    signal: (signal, rule) => effect({ type: 'signal', signal, rule: rule ?? null }),
    drop: (why, rule) => effect({ type: 'drop', why, rule: rule ?? null }),
  };

  const settle = () => {
    if (ackOwed === null || tcb.remote === null) return;
    const rule = ackOwed === true ? undefined : ackOwed;
    if (mayWait(tcb, config, tookText, before)) return delay(tcb, act);
    if (arrived !== null && !mayChallenge(tcb, arrived, before, act)) return;
    // Some systems answer from CLOSING with their FIN; its number is before SND.NXT.
    const repeatsFin = tcb.state === 'CLOSING' && config.closingAnswer === 'FIN,ACK';
    const seq = repeatsFin && tcb.finSeq !== null ? tcb.finSeq : tcb.snd.nxt;
    const control = bits({ ack: true, fin: repeatsFin });
    emit(segment(tcb.remote, control, seq, tcb.rcv.nxt, NO_DATA), false, rule);
  };

  return { act, settle };
}

/** The window field: RCV.WND, scaled but in a SYN (RFC 7323 §2.2), as far as 16 bits reach (MUST-1). */
function windowField(tcb: Tcb, control: Ctl): number {
  const shift = control.syn ? 0 : (tcb.rcv.shift ?? 0);
  return Math.min(tcb.rcv.wnd >>> shift, 65_535);
}

/** What waits for its ACK, cut up if the path takes smaller segments now. */
function fitted(entry: Unacked, mss: number): readonly [Unacked, ...Unacked[]] {
  if (entry.data.length <= mss) return [entry];
  const first = { ...entry, data: entry.data.subarray(0, mss), ctl: bits({ ack: true }) };
  const rest = { ...entry, seq: add(entry.seq, mss), data: entry.data.subarray(mss) };
  return [first, ...fitted(rest, mss)];
}
