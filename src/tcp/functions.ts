import type { Config } from './config.ts';
import type { Act } from './engine.ts';
import type { HostFunctions } from './host-functions.ts';
import type { Segment, Seq } from './segment.ts';
import type { Held, Tcb } from './tcb.ts';
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
  /** May this SYN reopen a connection in TIME-WAIT (MAY-2, RFC 6191)? */
  mayReopen(tcb: Readonly<Tcb>, seg: Segment, config: Config): boolean;
  /**
   * The segment that begins at RCV.NXT, with what was held for it, or `null` when it came ahead of
   * its turn (§3.10.7.4, SHLD-31). Writes `tcb.held`.
   */
  assemble(tcb: Tcb, seg: Segment): Segment | null;
  /** Keeps a piece that came ahead of its turn (SHLD-31). Writes `tcb.held`. */
  hold(tcb: Tcb, piece: Held): void;
  /** Starts or stops the keep-alive timer as settings and state want it (MUST-24). */
  keepAliveTimer(tcb: Tcb, act: Act): void;
  /** Segmentizes and sends what is queued, then a queued FIN (§3.10.2, §3.10.4). */
  transmit(tcb: Tcb, act: Act, rule: string): void;
}
