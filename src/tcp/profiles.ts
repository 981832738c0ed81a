import type { Config } from './config.ts';

/**
 * RFC 9293 itself. Where the RFC leaves a choice, the plainest: every ACK leaves at once, and nothing
 * is offered beyond the MSS. It sets no upper bound for the RTO, only asks that one be at least 60 s.
 */
export const RFC9293: Config = {
  msl: 120_000,
  mss: 1460,
  rcvBuf: 65_535,
  rtoInitial: 1_000,
  rtoMin: 1_000,
  rtoMax: 240_000,
  rtoSlop: 0,
  r1: 3,
  r2Syn: 180_000,
  r2Data: 100_000,
  delayedAck: 0,
  windowScale: null,
  timestamps: false,
  timestampOffset: 0,
  sack: false,
  nagle: true,
  keepAlive: null,
  userTimeout: null,
  reports: true,
  challenges: { most: 10, within: 5_000 },
  resetRule: 'RFC 5961',
  synRule: 'RFC 5961',
  delaysAckOfFin: false,
  takesBeyondField: false,
  missingTimestamp: 'drop',
  abortForm: 'RST',
  synFin: 'take',
  repeatedSyn: 'ACK',
  synInSynReceived: 'listen',
  ackCrossedSynAck: false,
  refusedSignal: 'connection refused',
  tellResetInClosing: false,
  resetAtFin: false,
  finIntoShutWindow: false,
  closingAnswer: 'ACK',
  resetInTimeWait: 'delete',
  reopen: 'never',
  timeWait: 'RFC 9293',
  emptyProbe: false,
  linearSyns: 0,
  retries: null,
  finWait2: null,
  backlogExtra: 0,
  synCookies: 'never',
  abortOnOverflow: false,
  ephemeralPorts: [49_152, 65_535],
  reservedPorts: [],
  reuseTimeWait: 'never',
  reuseTimeWaitDelay: 1_000,
  reuseAddress: 'newcomer',
};

/**
 * Linux 6.18 with its default sysctls, as measured (scripts of our own, run against the kernel) or
 * read in its source: 60 s of TIME-WAIT and of orphaned FIN-WAIT-2 (TCP_TIMEWAIT_LEN,
 * tcp_fin_timeout), an RTO from 200 ms to 120 s, ten retries of a SYN of which the first four come
 * after the same second, five of a SYN,ACK, fifteen of data. ACKs leave at once: Linux delays them
 * only when the first sixteen segments of a connection have been acknowledged ("quick ACKs").
 */
const LINUX: Config = {
  ...RFC9293,
  msl: 30_000,
  rcvBuf: 65_535,
  rtoMin: 200,
  rtoMax: 120_000,
  windowScale: 7,
  timestamps: true,
  sack: true,
  delaysAckOfFin: true,
  missingTimestamp: 'take',
  abortForm: 'RST,ACK',
  synFin: 'drop',
  repeatedSyn: 'SYN,ACK',
  synInSynReceived: 'reset',
  ackCrossedSynAck: true,
  refusedSignal: 'connection reset',
  tellResetInClosing: true,
  resetAtFin: true,
  finIntoShutWindow: true,
  reopen: 'RFC 6191',
  timeWait: 'linux',
  emptyProbe: true,
  linearSyns: 4,
  retries: { syn: 10, synAck: 5, data: 15 },
  finWait2: 60_000,
  backlogExtra: 1,
  // tcp_syncookies=1, ip_local_port_range, tcp_tw_reuse=2 (ip-sysctl); SO_REUSEADDR by socket(7).
  synCookies: 'when full',
  ephemeralPorts: [32_768, 60_999],
  reuseTimeWait: 'loopback',
  reuseAddress: 'both sides',
};

/**
 * FreeBSD 14 as its source and the test suite written for it have it: MSL 30 s, an RTO from 30 ms
 * to 64 s (rexmit_min) and 200 ms on top (rexmit_slop), a buffer of 65 536 octets (recvspace), 40 ms of delayed ACK, resets in TIME-WAIT ignored (RFC 1337), a FIN sent again from CLOSING.
 */
const FREEBSD: Config = {
  ...RFC9293,
  msl: 30_000,
  rcvBuf: 65_536,
  takesBeyondField: true,
  rtoMin: 30,
  rtoSlop: 200,
  rtoMax: 64_000,
  delayedAck: 40,
  windowScale: 6,
  timestamps: true,
  sack: true,
  missingTimestamp: 'take',
  abortForm: 'RST,ACK',
  repeatedSyn: 'SYN,ACK',
  tellResetInClosing: true,
  closingAnswer: 'FIN,ACK',
  resetInTimeWait: 'ignore',
  reopen: 'sequence',
  timeWait: 'freebsd',
  retries: { syn: 12, synAck: 3, data: 12 },
  // keepcnt times keepintvl: finwait2_timeout counts only with fast_finwait2_recycle=1, and it is 0.
  finWait2: 600_000,
  // net.inet.tcp.syncookies=1, net.inet.ip.portrange.first and .last.
  synCookies: 'when full',
  ephemeralPorts: [10_000, 65_535],
};

/** The ways to be a TCP: each a set of values, never other code. */
export const PROFILES = { rfc9293: RFC9293, linux: LINUX, freebsd: FREEBSD } as const;
export type ProfileName = keyof typeof PROFILES;
