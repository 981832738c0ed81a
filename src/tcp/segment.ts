/**
 * A sequence number: an integer from 0 to 2³² − 1, which counts octets and wraps (RFC 9293 §3.4).
 * Compare two of them with `lt`, `leq` and `between`, add with `add`; a bare `<` is a mistake.
 */
export type Seq = number;

/** One end of a connection: an address in its usual spelling and a port from 1 to 65535. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** The control bits (RFC 9293 §3.1), each `true` when it is set. */
export interface Ctl {
  readonly cwr: boolean;
  readonly ece: boolean;
  readonly urg: boolean;
  readonly ack: boolean;
  readonly psh: boolean;
  readonly rst: boolean;
  readonly syn: boolean;
  readonly fin: boolean;
}

/** The options this engine understands. A missing field means that the option is absent. */
export interface Options {
  /** Maximum segment size in octets; only on a SYN (RFC 9293 §3.7.1). */
  readonly mss?: number;
  /** How far to the left the window field of later segments is to be shifted, 0 to 14; only on a SYN (RFC 7323 §2). */
  readonly wscale?: number;
  /** The sender understands SACK; only on a SYN (RFC 2018 §2). */
  readonly sackPermitted?: boolean;
  /** Octets that arrived out of order, as `[left, right)`; the latest first (RFC 2018 §3). */
  readonly sack?: readonly SackBlock[];
  /** Timestamps (RFC 7323 §3): the sender's clock, and the latest clock value it had of us. */
  readonly ts?: { readonly val: number; readonly ecr: number };
}

/** From the first number received to the one after the last. */
export interface SackBlock {
  readonly left: Seq;
  readonly right: Seq;
}

/** A TCP segment. Letters follow the RFC: SEG.SEQ is `seq`, SEG.ACK is `ack`, SEG.WND is `wnd`. */
export interface Segment {
  readonly src: Endpoint;
  readonly dst: Endpoint;
  /** The number of the first octet, or of the SYN if there is one. */
  readonly seq: Seq;
  /** The next number its sender expects. Means nothing unless `ctl.ack` is set. */
  readonly ack: Seq;
  readonly ctl: Ctl;
  /**
   * Octets, counted from `ack`, that its sender is ready to take. On the wire it is the 16-bit field;
   * a handler sees it already shifted by the peer's window scale (RFC 7323 §2.3).
   */
  readonly wnd: number;
  /** Urgent pointer, an offset from `seq`. Means nothing unless `ctl.urg` is set. */
  readonly up: number;
  readonly data: Uint8Array;
  readonly options: Options;
}

export const NO_DATA: Uint8Array = new Uint8Array(0);
