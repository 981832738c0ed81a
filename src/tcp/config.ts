import type { Settings } from './tcb.ts';

/** Settings of one host's TCP. Times in ms, sizes in octets. What systems do otherwise is in `Switches`. */
export interface Config extends Settings, Switches {
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
  /** Comes on top of every timeout but the first (FreeBSD's rexmit_slop). 0 by the RFC. */
  readonly rtoSlop: number;
  /** R1: retransmissions of one segment after which the user is told; at least 3 (SHLD-10). */
  readonly r1: number;
  /** R2: how long a SYN is retransmitted before OPEN fails; at least 3 minutes (MUST-23). */
  readonly r2Syn: number;
  /** R2 for everything else; at least 100 s (SHLD-11). */
  readonly r2Data: number;
  /** How long an ACK of text may wait for company; less than 500 (MUST-40). 0: it never waits. */
  readonly delayedAck: number;
  /** The window scale we offer, 0 to 14; `null`: none (RFC 7323 §2). */
  readonly windowScale: number | null;
  /** Do we offer timestamps (RFC 7323 §3)? */
  readonly timestamps: boolean;
  /** What our timestamp clock shows at time 0 of the host's clock; it counts ms. */
  readonly timestampOffset: number;
  /** Do we offer SACK (RFC 2018)? */
  readonly sack: boolean;
  /** How many challenge ACKs may leave within how many ms (RFC 5961 §7). */
  readonly challenges: { readonly most: number; readonly within: number };
}

/**
 * Where real systems differ from RFC 9293, or the RFC leaves a choice. Each value that is not the
 * RFC's own stands in a profile, with its source.
 */
export interface Switches {
  /** Which resets inside the window are believed: those that name RCV.NXT (RFC 5961 §3), or all (RFC 793). */
  readonly resetRule: 'RFC 5961' | 'RFC 793';
  /** A SYN inside the window of an open connection: it draws a challenge ACK (RFC 5961 §4), or resets it. */
  readonly synRule: 'RFC 5961' | 'RFC 793';
  /** May the ACK of the peer's first FIN wait for company, as that of text may (SHLD-18)? */
  readonly delaysAckOfFin: boolean;
  /** Octets beyond what the window field can name are taken, if the buffer has room for them. */
  readonly takesBeyondField: boolean;
  /** A segment without a timestamp on a connection that uses them (RFC 7323 §3.2). */
  readonly missingTimestamp: 'drop' | 'take';
  /** Control bits of the reset that ABORT sends: `RST` (RFC 9293 §3.10.5) or `RST,ACK`. */
  readonly abortForm: 'RST' | 'RST,ACK';
  /** A SYN,FIN in LISTEN: is its SYN taken, or all of it dropped? */
  readonly synFin: 'take' | 'drop';
  /** A SYN that repeats the one that made this SYN-RECEIVED: an ACK (first check), or the SYN,ACK again. */
  readonly repeatedSyn: 'ACK' | 'SYN,ACK';
  /** Another SYN inside the window of a passive SYN-RECEIVED: back to LISTEN (§3.10.7.4 fourth), or reset. */
  readonly synInSynReceived: 'listen' | 'reset';
  /** The crossed SYN,ACK of a simultaneous open is answered with an ACK. */
  readonly ackCrossedSynAck: boolean;
  /** What the user hears of a reset in an active SYN-RECEIVED. */
  readonly refusedSignal: 'connection refused' | 'connection reset';
  /** Is the user told of a reset in CLOSING and LAST-ACK? */
  readonly tellResetInClosing: boolean;
  /** A reset that names the number of the peer's FIN (RCV.NXT−1) is believed after that FIN. */
  readonly resetAtFin: boolean;
  /** A bare FIN at RCV.NXT is taken though our window is shut (Table 6 row 3 refuses it). */
  readonly finIntoShutWindow: boolean;
  /** What CLOSING answers with: a bare ACK at SND.NXT, or its FIN once more. */
  readonly closingAnswer: 'ACK' | 'FIN,ACK';
  /** A reset in TIME-WAIT deletes the TCB (RFC 9293), or is ignored (RFC 1337 §3). */
  readonly resetInTimeWait: 'delete' | 'ignore';
  /** Whether a SYN may reopen a connection in TIME-WAIT: never, by number (MAY-2), or by RFC 6191 (SHLD-4). */
  readonly reopen: 'never' | 'sequence' | 'RFC 6191';
  /** What TIME-WAIT answers and what restarts it: as the RFC has it, or as a system does. */
  readonly timeWait: 'RFC 9293' | 'linux' | 'freebsd';
  /** The zero-window probe: the next octet of text, or an empty segment at SND.UNA−1. */
  readonly emptyProbe: boolean;
  /** How many times a SYN is sent again after the same RTO before the RTO doubles. */
  readonly linearSyns: number;
  /** How often a SYN, a SYN,ACK and anything else is sent again before the end; `null`: R2 decides. */
  readonly retries: { readonly syn: number; readonly synAck: number; readonly data: number } | null;
  /** How long a FIN-WAIT-2 lasts whose user is gone, ms; `null`: for ever (the RFC). */
  readonly finWait2: number | null;
  /** How many connections beyond the backlog the SYN queue and the accept queue of a listener take. */
  readonly backlogExtra: number;
  /** When a SYN is answered with a cookie (RFC 4987 §3.6): never, when the SYN queue is full, or always. */
  readonly synCookies: 'never' | 'when full' | 'always';
  /** Is a caller reset whose handshake ends at a full accept queue? Otherwise its ACK counts as lost. */
  readonly abortOnOverflow: boolean;
  /** The first and the last port that a `connect` or `bind` without a port may get (RFC 6335 §6). */
  readonly ephemeralPorts: readonly [first: number, last: number];
  /** Ports of that range which are nevertheless not given out. */
  readonly reservedPorts: readonly number[];
  /**
   * May a `connect` take the place of a connection of ours in TIME-WAIT that had timestamps? Only
   * between loopback addresses, or wherever it leads.
   */
  readonly reuseTimeWait: 'never' | 'loopback' | 'always';
  /** How long after the peer's last timestamp it may do so, ms. */
  readonly reuseTimeWaitDelay: number;
  /** Whose SO_REUSEADDR counts when a port is held already: the newcomer's, or that of both. */
  readonly reuseAddress: 'newcomer' | 'both sides';
}
