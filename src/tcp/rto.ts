import type { Config } from './config.ts';
import { follow } from './followed.ts';
import type { RoundTrip, Waiting } from './functions.ts';
import type { Tcb } from './tcb.ts';

/** RFC 6298 §5.7: the RTO, in ms, for data after a SYN had to be sent again. */
export const RTO_AFTER_LOST_SYN = 3_000;

/** Granularity of the clock, in ms (G in RFC 6298 §2). */
const GRANULARITY = 1;

/** RFC 6298 §2.2 to §2.5: takes a measured round trip of `r` ms into SRTT, RTTVAR and RTO. */
export function measure(known: RoundTrip, r: number, config: Config): RoundTrip {
  const { srtt: before } = known;
  follow(before === null ? 'RFC6298/2.2' : 'RFC6298/2.3');
  const rttvar = before === null ? r / 2 : 0.75 * known.rttvar + 0.25 * Math.abs(before - r);
  const srtt = before === null ? r : 0.875 * before + 0.125 * r;
  const rto = Math.round(srtt + Math.max(GRANULARITY, 4 * rttvar));
  return { srtt, rttvar, rto: Math.min(Math.max(rto, config.rtoMin), config.rtoMax) };
}

/**
 * RFC 9293 §3.8.3: gives up when R2 is reached, which the RFC counts in time (MUST-23, SHLD-11) and
 * some systems in retransmissions. Until then the wait doubles (RFC 6298 §5.5), but for the first
 * SYNs where a profile says so.
 */
export function patience({ kind, again, since, rto }: Waiting, config: Config): number | null {
  const { retries } = config;
  if (retries === null) {
    const r2 = kind === 'data' ? config.r2Data : config.r2Syn;
    if (since >= r2) return null;
  } else {
    const most = kind === 'SYN' ? retries.syn : kind === 'SYN,ACK' ? retries.synAck : retries.data;
    if (again >= most) return null;
  }
  if (kind === 'SYN' && again < config.linearSyns) return rto;
  return Math.min(2 * rto, config.rtoMax);
}

/** How long to wait for an ACK now, ms: the RTO, and a profile's slop once there was a measurement or a timeout. */
export function timeoutOf({ srtt, rto, rtx }: Readonly<Tcb>, config: Config): number {
  const isFirst = srtt === null && (rtx[0]?.again ?? 0) === 0;
  return isFirst ? rto : rto + config.rtoSlop;
}
