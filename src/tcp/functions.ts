import type { Config } from './config.ts';
import type { Act } from './engine.ts';
import type { HostFunctions } from './host-functions.ts';
import type { Refusal } from './policy.ts';
import type { Ctl, Options, Segment, Seq } from './segment.ts';
import type { State } from './state.ts';
import type { Piece, Tcb } from './tcb.ts';
import type { WireFunctions } from './wire-functions.ts';

/** What is known of the round trip (RFC 6298 §2), ms. */
export interface RoundTrip {
  /** `null` before the first measurement. */
  readonly srtt: number | null;
  readonly rttvar: number;
  readonly rto: number;
}

/** What a retransmission timer looks at when it decides whether to go on. */
export interface Waiting {
  readonly kind: 'SYN' | 'SYN,ACK' | 'data';
  /** How often the segment was sent again so far. */
  readonly again: number;
  /** How long ago it was sent first, or something before it was acknowledged, ms. */
  readonly since: number;
  /** The RTO that has just passed, ms. */
  readonly rto: number;
}

/** The plain functions of the engine that a plank may replace. */
export interface Functions extends HostFunctions, WireFunctions {
  /** Is `a` before `b` on the ring? Numbers exactly 2³¹ apart have no order (RFC 1982 §3.2). */
  lt(a: Seq, b: Seq): boolean;
  /** Is `a` before `b`, or equal to it? */
  leq(a: Seq, b: Seq): boolean;
  /** Does `low < x ≤ high` hold on the ring? The test for an acceptable ACK (§3.4). */
  between(low: Seq, x: Seq, high: Seq): boolean;
  /** SEG.LEN: the octets of text, and one each for SYN and FIN (§3.4). */
  segLen(seg: Pick<Segment, 'ctl' | 'data'>): number;
  /** The four-case acceptability test (§3.4, Table 6). */
  acceptable(seg: Pick<Segment, 'seq' | 'ctl' | 'data'>, rcvNxt: Seq, rcvWnd: number): boolean;
  /**
   * Why a segment is discarded in silence before CLOSED or LISTEN looks at it; `null` if it is not
   * (MUST-57, MUST-63).
   */
  refusal(tcb: Readonly<Tcb>, seg: Segment, config: Config): Refusal | null;
  /** Is this the SYN,ACK of a simultaneous open, whose number is counted already (Appendix A.2)? */
  completesSimultaneousOpen(tcb: Readonly<Tcb>, seg: Segment): boolean;
  /**
   * How long to wait for the next retransmission, ms; `null` when it is time to give up
   * (RFC 9293 §3.8.3, RFC 6298 §5.5).
   */
  patience(waiting: Waiting, config: Config): number | null;
  /** Takes a measured round trip of `r` ms into the estimate (RFC 6298 §2). */
  measure(known: RoundTrip, r: number, config: Config): RoundTrip;
  /** PAWS: does the timestamp show that `seg` is an old duplicate (RFC 7323 §5.3)? `now` in ms. */
  isOldDuplicate(tcb: Readonly<Tcb>, seg: Segment, now: number): boolean;
  /**
   * Takes the timestamp of a segment that has passed PAWS into TS.Recent, if it is to be echoed
   * (RFC 7323 §4.3, §5.3 R3). `now` in ms. Writes `tcb.rcv.tsRecent` and `tcb.rcv.tsRecentAt`.
   */
  takeTimestamp(tcb: Tcb, seg: Segment, now: number): void;
  /** May this SYN reopen a connection in TIME-WAIT (MAY-2, RFC 6191)? */
  mayReopen(tcb: Readonly<Tcb>, seg: Segment, config: Config): boolean;
  /**
   * What is new of a piece's text: the octets from RCV.NXT on. `null` when the piece begins after
   * RCV.NXT (§3.10.7.4). It lies inside the window, and its text or its FIN is not old.
   */
  trim(piece: Piece, rcvNxt: Seq): Uint8Array | null;
  /**
   * The segment that begins at RCV.NXT, with what was held for it, or `null` when it came ahead of
   * its turn (§3.10.7.4, SHLD-31). Writes `tcb.held`.
   */
  assemble(tcb: Tcb, seg: Segment): Segment | null;
  /** Keeps a piece that came ahead of its turn (SHLD-31). Writes `tcb.held`. */
  hold(tcb: Tcb, piece: Piece): void;
  /**
   * May the ACK of this event wait for company (SHLD-18, SHLD-19)? `before` and `tcb`: the connection
   * before the event and after it; `tookText`: octets were delivered.
   */
  mayWait(tcb: Readonly<Tcb>, before: Readonly<Tcb>, config: Config, tookText: boolean): boolean;
  /**
   * May another challenge ACK answer `arrived`, which came in the state `before` (RFC 5961 §7)? What
   * challenges nobody may always leave. Writes the TCB's count; says with `act.drop` that it may not.
   */
  mayChallenge(tcb: Tcb, arrived: Segment, before: State, act: Act): boolean;
  /** RCV.WND after the user has taken octets: as before, or wider if that is worth it (MUST-39). */
  openWindow(tcb: Readonly<Tcb>, config: Config): number;
  /** The 16-bit window field of a segment with the control bits `ctl` (MUST-1, RFC 7323 §2.2). */
  windowField(tcb: Readonly<Tcb>, ctl: Ctl): number;
  /**
   * The options of a segment with the control bits `ctl` that leaves at `now` (ms). `latest`: the
   * number of the segment that has just arrived, `null` if none has (RFC 2018 §4).
   */
  optionsFor(
    tcb: Readonly<Tcb>,
    ctl: Ctl,
    config: Config,
    now: number,
    latest: Seq | null,
  ): Options;
  /** Starts or stops the keep-alive timer as settings and state want it (MUST-24). */
  keepAliveTimer(tcb: Tcb, act: Act): void;
  /** Segmentizes and sends what is queued, then a queued FIN (§3.10.2, §3.10.4). */
  transmit(tcb: Tcb, act: Act, rule: string): void;
}
