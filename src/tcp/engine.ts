import type { Config } from './config.ts';
import type { Effect, RuleId, Signal } from './effect.ts';
import type { EventOf, EventType } from './event.ts';
import type { Functions } from './functions.ts';
import type { Ctl, Endpoint, Segment, Seq } from './segment.ts';
import type { CheckedState, State } from './state.ts';
import type { Tcb, Timer } from './tcb.ts';

/**
 * What a handler may do besides writing to its TCB. Every verb takes, last, the rule that asks for
 * it; a learner may leave the rule out.
 */
export interface Act {
  /** The host's clock, in ms. */
  readonly now: number;
  readonly config: Config;
  /** Does the port of this connection listen? Then a SYN can open a new one in its place. */
  readonly listening: boolean;
  /** A fresh initial sequence number for this connection (RFC 9293 §3.4.1). */
  isn(): Seq;
  /** Notes that a rule was followed where no effect could bear its name. */
  cite(rule: RuleId): void;
  /**
   * Sends a segment to the peer. The window field is RCV.WND; a SYN carries our MSS option. What
   * occupies sequence space is kept for retransmission until it is acknowledged, and the
   * retransmission timer runs (RFC 6298 §5.1).
   */
  send(
    ctl: Partial<Ctl>,
    fields: { seq: Seq; ack?: Seq | undefined; data?: Uint8Array | undefined },
    rule?: RuleId,
  ): void;
  /**
   * Sends `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>` when the event is done with, unless a segment that
   * leaves meanwhile says the same: one event draws at most one such ACK (MUST-58, MUST-59).
   */
  ack(rule?: RuleId): void;
  /**
   * Answers `seg` with a reset in the form of §3.5.2 group 1: `<SEQ=SEG.ACK><CTL=RST>` if it bears
   * an ACK, else `<SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>`. The state stays as it is.
   */
  reset(seg: Segment, rule?: RuleId): void;
  /**
   * SND.UNA moves up to `upTo`. What is thereby entirely acknowledged leaves the retransmission
   * queue, the round trip is measured, the timer starts anew or stops (RFC 6298 §2, §5.2, §5.3).
   */
  acknowledge(upTo: Seq, rule?: RuleId): void;
  /**
   * Segmentizes and sends what is queued, as far as the peer's window reaches; then a queued FIN. While
   * a segment is being handled it waits until that is done with, and then acknowledges it too (MUST-58).
   */
  transmit(rule?: RuleId): void;
  /**
   * Goes on with `seg` at the sixth check of §3.10.7.4 (URG, text, FIN), for a segment that brought
   * more than the SYN that has just been handled (§3.10.7.3 fourth).
   */
  goOn(seg: Segment): void;
  /**
   * TIME-WAIT ends early: the connection goes back to LISTEN, which takes `seg` as if it had been the
   * first (MAY-2). The next `isn()` gives a number after `above`.
   */
  reopen(seg: Segment, above: Seq, rule?: RuleId): void;
  /**
   * Sends the segment at the front of the retransmission queue again, with the same numbers and
   * today's ACK and window (§3.10.8).
   */
  resend(rule?: RuleId): void;
  /** Changes the state. Entering CLOSED deletes the TCB. */
  become(state: State, rule?: RuleId): void;
  /** Starts a timer, or starts it anew. `ms` from now. */
  arm(timer: Timer, ms: number, rule?: RuleId): void;
  disarm(timer: Timer, rule?: RuleId): void;
  /** Puts octets, in order, into the receive buffer, from which RECEIVE takes them. */
  deliver(data: Uint8Array, rule?: RuleId): void;
  /** Tells the user something. */
  signal(signal: Signal, rule?: RuleId): void;
  /** Discards what arrived, and says why. */
  drop(why: string, rule?: RuleId): void;
}

/** Handles one event in one state. Writes to `tcb`, a private draft, in the RFC's own words. */
export type Handler<E extends EventType> = (tcb: Tcb, event: EventOf<E>, act: Act) => void;

/** Handles a segment: the shape of most planks. `(tcb, seg, act) => …` */
export type Plank = (tcb: Tcb, seg: Segment, act: Act) => void;

/** One of the eight checks, or a state's part of it. `'stop'` is the RFC's "and return". */
export type Verdict = 'continue' | 'stop';
export type Check = (tcb: Tcb, seg: Segment, act: Act) => Verdict;

/** One handler per state and event. Eight states share the segment handler that runs the checks. */
export type Cells = {
  readonly [S in State]: {
    readonly [E in EventType]: E extends 'SEGMENT-ARRIVES' ? Plank : Handler<E>;
  };
};

/** The eight checks of §3.10.7.4, in their order. */
export interface Checks {
  readonly sequence: Check;
  readonly rst: Check;
  readonly security: Check;
  readonly syn: Check;
  readonly ack: Check;
  readonly urg: Check;
  readonly text: Check;
  readonly fin: Check;
}

/** What a single state adds to the checks RST, SYN, ACK, text and FIN. */
export interface StateSteps {
  readonly rst: Check;
  readonly syn: Check;
  readonly ack: Check;
  readonly text: Check;
  readonly fin: Check;
}
export type Steps = { readonly [S in CheckedState]: StateSteps };

/** What each timer does when it expires (§3.10.8 and what the timers of §3.8 ask for). */
export type Timeouts = { readonly [T in Timer]: Handler<'TIMEOUT'> };

/** A TCP: a plain record of cells, checks, steps, timeouts and functions, each replaceable by itself. */
export interface Engine {
  readonly cells: Cells;
  readonly checks: Checks;
  readonly steps: Steps;
  readonly timeouts: Timeouts;
  readonly functions: Functions;
  /** The names of the planks that are the learner's. */
  readonly learners: readonly string[];
}

/** What a step needs from outside: a clock, a source of initial sequence numbers, the settings. */
export interface Env {
  /** ms; never runs backwards. */
  readonly now: number;
  readonly config: Config;
  isn(local: Endpoint, remote: Endpoint | null): Seq;
  /** Does a listener hold the connection's port? Not, if left out. */
  readonly listening?: boolean;
}

/** Fields of the TCB that a step changed, by path: `{ 'snd.nxt': [100, 101] }`. */
export type Diff = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

export interface StepResult {
  /** `null` when the connection is CLOSED: then there is no TCB. */
  readonly tcb: Tcb | null;
  readonly effects: readonly Effect[];
  readonly diff: Diff;
  /** Rules that were followed without an effect that could bear their name. */
  readonly cites: readonly RuleId[];
  /** Whose code took part. */
  readonly by: 'reference' | 'learner';
}
