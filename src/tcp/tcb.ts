import type { Ctl, Endpoint, Seq } from './segment.ts';
import type { State } from './state.ts';

/** The timers of a connection (RFC 9293 §3.8, §3.10.8). */
export const TIMERS = ['RETRANSMISSION', 'TIME-WAIT'] as const;
export type Timer = (typeof TIMERS)[number];

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

/** Text (and perhaps a FIN) that came ahead of its turn (SHLD-31). */
export interface Held {
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
    /** The largest number of octets we may put into one segment. */
    mss: number;
  };
  rcv: {
    /** The next number we expect. */
    nxt: Seq;
    /** The window that we offer, counted from `nxt`. */
    wnd: number;
  };
  /** The retransmission queue, oldest first. */
  rtx: readonly Unacked[];
  /** Segments that came ahead of their turn, by sequence number. */
  held: readonly Held[];
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
  /** Smoothed round-trip time and its variation, ms; `null` before the first measurement (RFC 6298). */
  srtt: number | null;
  rttvar: number;
  /** Retransmission timeout, ms. */
  rto: number;
  /** When each running timer expires, in ms of the host's clock. */
  timers: Readonly<Partial<Record<Timer, number>>>;
}
