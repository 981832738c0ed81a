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
  /** Octets, counted from `ack`, that its sender is ready to take. */
  readonly wnd: number;
  /** Urgent pointer, an offset from `seq`. Means nothing unless `ctl.urg` is set. */
  readonly up: number;
  readonly data: Uint8Array;
  readonly options: Options;
}

export const NO_CTL: Ctl = {
  cwr: false,
  ece: false,
  urg: false,
  ack: false,
  psh: false,
  rst: false,
  syn: false,
  fin: false,
};

export const NO_DATA: Uint8Array = new Uint8Array(0);

/** The control bits named in `on`, all others off: `ctl({ syn: true })`. */
export function ctl(on: Partial<Ctl>): Ctl {
  return { ...NO_CTL, ...on };
}
