/** Settings of one host's TCP. Times in ms, sizes in octets. */
export interface Config {
  /** Maximum segment lifetime. RFC 9293 §3.4.2 takes 2 minutes and calls that an engineering choice. */
  readonly msl: number;
  /** The MSS we announce (§3.7.1): the MTU less 40 octets of IPv4 and TCP header. */
  readonly mss: number;
  /** Size of the receive buffer: the largest window we offer. */
  readonly rcvBuf: number;
  /** Retransmission timeout before the first measurement (RFC 6298 §2.1). */
  readonly rtoInitial: number;
  /** Least and greatest retransmission timeout (RFC 6298 §2.4, §2.5). */
  readonly rtoMin: number;
  readonly rtoMax: number;
  /** R2: how long a SYN is retransmitted before OPEN fails; at least 3 minutes (MUST-23). */
  readonly r2Syn: number;
  /** R2 for everything else; at least 100 s (SHLD-11). */
  readonly r2Data: number;
}

/** The RFC's own values. It sets no upper bound for the RTO, only asks that one be at least 60 s. */
export const RFC9293: Config = {
  msl: 120_000,
  mss: 1460,
  rcvBuf: 65_535,
  rtoInitial: 1_000,
  rtoMin: 1_000,
  rtoMax: 240_000,
  r2Syn: 180_000,
  r2Data: 100_000,
};
