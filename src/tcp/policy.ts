import type { Config } from './config.ts';
import type { RuleId } from './effect.ts';
import type { Segment } from './segment.ts';
import type { Tcb } from './tcb.ts';

/** Is `address` one that many hosts hear: broadcast or multicast, IPv4 or IPv6? */
function isForMany(address: string): boolean {
  if (address.includes(':')) return /^ff/i.test(address);
  const first = Number.parseInt(address, 10);
  return (first >= 224 && first <= 239) || address === '255.255.255.255';
}

/** An address that no single host can be called by (MUST-46). */
export function isInvalidRemote(address: string): boolean {
  return isForMany(address) || address === '0.0.0.0' || address === '::';
}

/** Why a segment is discarded in silence, and the rule that wants it. */
export interface Refusal {
  readonly why: string;
  readonly rule: RuleId;
}

/** Why a segment is discarded in silence, before anything looks at it; `null` if it is not. */
export function refusal(
  tcb: Readonly<Tcb>,
  { src, dst, ctl }: Segment,
  config: Config,
): Refusal | null {
  if (isForMany(dst.address)) return { why: 'addressed to many hosts', rule: 'MUST-57' };
  if (isInvalidRemote(src.address)) {
    return { why: 'its source is no single host', rule: 'MUST-63' };
  }
  if (tcb.state === 'LISTEN' && ctl.syn && ctl.fin && !ctl.ack && config.synFin === 'drop') {
    return { why: 'a SYN with a FIN', rule: '3.10.7.2/3' };
  }
  return null;
}
