import { goOn } from './arrives.ts';
import { segLen } from './bound.ts';
import type { Effect, RuleId } from './effect.ts';
import type { Act, Env } from './engine.ts';
import { PlankError } from './plank-error.ts';
import { buffer } from './receive.ts';
import { acknowledge } from './retransmission.ts';
import { ctl as bits, NO_DATA, type Ctl, type Endpoint, type Segment } from './segment.ts';
import { add } from './seq.ts';
import type { Tcb, Timer } from './tcb.ts';
import { transmit } from './transmit.ts';
import { requireMs, requireSeq, requireState } from './validate.ts';

/** No event asks for more effects than this; a plank that goes on is in an endless loop. */
const MAX_EFFECTS = 1_000;

/** The verbs of one step, and what the step must still do when its handler has returned. */
export interface Acting {
  readonly act: Act;
  /** Sends the ACK that was asked for, unless something that left since has said the same. */
  settle(): void;
}

/** Makes the verbs that write to `tcb` and `effects`. */
export function createAct(tcb: Tcb, effects: Effect[], env: Env): Acting {
  const { now, config } = env;
  let ackOwed: RuleId | true | null = null;

  const effect = (one: Effect) => {
    if (effects.length >= MAX_EFFECTS) {
      throw new PlankError(`one event led to more than ${MAX_EFFECTS} effects`);
    }
    effects.push(one);
  };

  const segment = (to: Endpoint, control: Ctl, seq: number, ack: number, data: Uint8Array) => ({
    src: tcb.local,
    dst: to,
    seq,
    ack: control.ack ? ack : 0,
    ctl: control,
    wnd: control.rst ? 0 : tcb.rcv.wnd,
    up: 0,
    data,
    options: control.syn ? { mss: config.mss } : {},
  });

  const emit = (seg: Segment, again: boolean, rule: RuleId | undefined) => {
    effect({ type: 'send', seg, again, rule: rule ?? null });
    if (seg.ctl.ack && !seg.ctl.rst && seg.ack === tcb.rcv.nxt) ackOwed = null;
  };

  const act: Act = {
    now,
    config,
    isn: () => env.isn(tcb.local, tcb.remote),

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
      tcb.rtx = [...tcb.rtx, { seq, ctl: control, data, sentAt: now, again: 0 }];
      if (tcb.timers.RETRANSMISSION === undefined) {
        act.arm('RETRANSMISSION', tcb.rto, 'RFC6298/5.1');
      }
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
      const waiting = tcb.rtx.length;
      acknowledge(tcb, upTo, act);
      if (tcb.rtx.length === waiting) return;
      if (tcb.rtx.length === 0) act.disarm('RETRANSMISSION', rule ?? 'RFC6298/5.2');
      else act.arm('RETRANSMISSION', tcb.rto, rule ?? 'RFC6298/5.3');
    },

    transmit: (rule) => transmit(tcb, act, rule ?? '3.10.2'),

    resend(rule) {
      const [front, ...rest] = tcb.rtx;
      if (front === undefined || tcb.remote === null) return;
      const seg = segment(tcb.remote, front.ctl, front.seq, tcb.rcv.nxt, front.data);
      emit(seg, true, rule);
      tcb.rtx = [{ ...front, again: front.again + 1 }, ...rest];
    },

    goOn: (seg) => {
      act.transmit('3.10.7.3/4');
      goOn(tcb, seg, act);
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

    deliver: (data) => buffer(tcb, data),
    signal: (signal, rule) => effect({ type: 'signal', signal, rule: rule ?? null }),
    drop: (why, rule) => effect({ type: 'drop', why, rule: rule ?? null }),
  };

  const settle = () => {
    if (ackOwed === null || tcb.remote === null) return;
    const rule = ackOwed === true ? undefined : ackOwed;
    emit(segment(tcb.remote, bits({ ack: true }), tcb.snd.nxt, tcb.rcv.nxt, NO_DATA), false, rule);
  };

  return { act, settle };
}
