import type { Config } from './config.ts';
import type { Tcb } from './tcb.ts';

/** RFC 6298 §5.7: the RTO, in ms, for data after a SYN had to be sent again. */
const RTO_AFTER_LOST_SYN = 3_000;

/** Granularity of the clock, in ms (G in RFC 6298 §2). */
const GRANULARITY = 1;

/** RFC 6298 §2.2 to §2.5: takes a measured round trip of `r` ms into SRTT, RTTVAR and RTO. */
export function measure(tcb: Tcb, r: number, config: Config): void {
  if (tcb.srtt === null) {
    tcb.srtt = r;
    tcb.rttvar = r / 2;
  } else {
    tcb.rttvar = 0.75 * tcb.rttvar + 0.25 * Math.abs(tcb.srtt - r);
    tcb.srtt = 0.875 * tcb.srtt + 0.125 * r;
  }
  const rto = Math.round(tcb.srtt + Math.max(GRANULARITY, 4 * tcb.rttvar));
  tcb.rto = Math.min(Math.max(rto, config.rtoMin), config.rtoMax);
}

/** RFC 6298 §5.5: the timer expired, wait twice as long. */
export function backOff(tcb: Tcb, config: Config): void {
  tcb.rto = Math.min(tcb.rto * 2, config.rtoMax);
}

/** RFC 6298 §5.7: the handshake is over, but its SYN was sent more than once. */
export function afterLostSyn(tcb: Tcb): void {
  tcb.rto = RTO_AFTER_LOST_SYN;
}
