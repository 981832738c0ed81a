import type { IcmpError } from './icmp.ts';
import type { Ctl, Endpoint, Seq } from './segment.ts';
import type { State } from './state.ts';

/**
 * The timers of a connection. RFC 9293 §3.10.8 names the user, retransmission and TIME-WAIT timeouts;
 * the zero-window probe (§3.8.6.1), the keep-alive (§3.8.4) and the delayed ACK (§3.8.6.3) need one
 * each. FIN-WAIT-2 is no timer of the RFC: systems end a FIN-WAIT-2 whose user is gone.
 */
export const TIMERS = [
  'RETRANSMISSION',
  'PERSIST',
  'DELAYED-ACK',
  'KEEP-ALIVE',
  'USER',
  'FIN-WAIT-2',
  'TIME-WAIT',
] as const;
export type Timer = (typeof TIMERS)[number];

/** When each timer expires, in ms of the host's clock; one that is missing does not run. */
export type Timers = { readonly [T in Timer]?: number };

/** When to ask whether an idle peer is still there (RFC 9293 §3.8.4). Times in ms. */
export interface KeepAlive {
  /** Silence before the first probe; 2 hours or more by default (MUST-28). */
  readonly idle: number;
  /** Time between probes. */
  readonly interval: number;
  /** Unanswered probes after which the connection is given up (MUST-26). */
  readonly probes: number;
}

/** What the user may set for a connection (RFC 9293 §3.9.1; `setsockopt` of the socket world). */
export interface Settings {
  /** Small segments wait while others are not acknowledged (SHLD-7); MUST-17: it can be turned off. */
  readonly nagle: boolean;
  /** `null`: off, the default (MUST-25). */
  readonly keepAlive: KeepAlive | null;
  /** How long sent text may stay unacknowledged before the connection is aborted, ms; `null`: R2 decides. */
  readonly userTimeout: number | null;
  /** Is the user told of soft errors (MUST-47)? SHLD-20: it can be turned off. */
  readonly reports: boolean;
}

/** A segment that occupies sequence space and is not acknowledged yet. */
export interface Unacked {
  readonly seq: Seq;
  readonly ctl: Ctl;
  readonly data: Uint8Array;
  /** When it was sent first, in ms. */
  readonly sentAt: number;
  /** How often it was sent again. A round trip is measured only on a segment sent once (Karn). */
  readonly again: number;
}

/** What a segment brings: text from the number `seq` on, and perhaps a FIN behind it. */
export interface Piece {
  readonly seq: Seq;
  readonly data: Uint8Array;
  readonly fin: boolean;
}

/**
 * The transmission control block (RFC 9293 §3.3.1): all that TCP remembers of a connection, as a
 * plain record. Numbers count octets, times are in ms. A handler works on a private copy.
 */
export interface Tcb {
  state: State;
  local: Endpoint;
  /** `null` while the remote socket of a passive OPEN is unspecified. */
  remote: Endpoint | null;
  /** How the connection came to SYN-RECEIVED or SYN-SENT; `null` while it listens (MUST-11). */
  openedBy: 'active' | 'passive' | null;
  /** Our initial sequence number. */
  iss: Seq;
  /** The peer's initial sequence number. */
  irs: Seq;
  snd: {
    /** The oldest number that is not acknowledged. */
    una: Seq;
    /** The next number to be sent. */
    nxt: Seq;
    /** The window that the peer offers, counted from `una`. */
    wnd: number;
    /** SEG.SEQ and SEG.ACK of the segment that last set `wnd`. */
    wl1: Seq;
    wl2: Seq;
    /** The largest window the peer ever offered (MAX.SND.WND, RFC 5961 §5). */
    maxWnd: number;
    /** SendMSS: the largest segment the peer takes, octets, options not counted (RFC 9293 §3.7.1). */
    mss: number;
    /** Snd.Wind.Shift: the peer's window fields are shifted left by this (RFC 7323 §2.3). */
    shift: number;
  };
  rcv: {
    /** The next number we expect. */
    nxt: Seq;
    /** The window that we offer, counted from `nxt`. */
    wnd: number;
    /** Last.ACK.sent: the number that our latest ACK named (RFC 7323 §4.3). */
    acked: Seq;
    /** Rcv.Wind.Shift: our window fields are shifted right by this; `null` when windows are not scaled. */
    shift: number | null;
    /** TS.Recent, the peer's clock value that we echo; `null` when timestamps are off (RFC 7323 §4.3). */
    tsRecent: number | null;
    /** When TS.Recent was taken, in ms of our clock. */
    tsRecentAt: number;
  };
  /** Both ends said that they understand SACK. */
  sack: boolean;
  settings: Settings;
  /** The retransmission queue, oldest first. */
  rtx: readonly Unacked[];
  /** What came ahead of its turn (SHLD-31), by sequence number. */
  held: readonly Piece[];
  /** Octets that SEND queued and that are not sent yet. */
  out: Uint8Array;
  /** Octets that arrived in order and that no RECEIVE has taken yet. */
  in: Uint8Array;
  /** RECEIVEs that wait for octets: how many each can take, oldest first. */
  receives: readonly number[];
  /** CLOSE was called: a FIN follows the last octet of `out`. */
  finQueued: boolean;
  /** The number that our FIN occupies, once it is sent. */
  finSeq: Seq | null;
  /** The user has closed both directions (half-duplex close, MAY-1): nobody reads what still comes. */
  readerGone: boolean;
  /** SND.NXT when the retransmission timer last expired, until all before it is acknowledged (RFC 6582 §3.2). */
  recover: Seq | null;
  /** When the peer last acknowledged something new, in ms. */
  progressAt: number;
  /** When something of the peer's last arrived, in ms. */
  heardAt: number;
  /** When the first zero-window probe left that nothing has answered, in ms. */
  askedAt: number | null;
  /** Keep-alive or zero-window probes sent since then. */
  probes: number;
  /** The latest soft error that ICMP reported; told to the user when the connection is given up. */
  softError: IcmpError | null;
  /** Challenge ACKs sent in the current span of time, and when that began, ms (RFC 5961 §7). */
  challenges: number;
  challengesFrom: number;
  /** Smoothed round-trip time and its variation, ms; `null` before the first measurement (RFC 6298). */
  srtt: number | null;
  rttvar: number;
  /** Retransmission timeout, ms. */
  rto: number;
  /** When each running timer expires, in ms of the host's clock. */
  timers: Timers;
}
