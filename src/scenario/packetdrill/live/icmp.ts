import type { IcmpError } from '#tcp';
import type { IcmpLine } from '../ast.ts';

/** Codes of "unreachable" by number (RFC 792; RFC 1122 §3.2.2.1; RFC 1812 §5.2.7.1). */
const UNREACHABLE: readonly (readonly [string, IcmpError])[] = [
  ['net_unreachable', 'network unreachable'],
  ['host_unreachable', 'host unreachable'],
  ['protocol_unreachable', 'protocol unreachable'],
  ['port_unreachable', 'port unreachable'],
  ['frag_needed', 'fragmentation needed'],
  ['source_route_failed', 'source route failed'],
  ['net_unknown', 'network unreachable'],
  ['host_unknown', 'host unreachable'],
  ['source_host_isolated', 'host unreachable'],
  ['net_prohibited', 'administratively prohibited'],
  ['host_prohibited', 'administratively prohibited'],
  ['net_unreachable_for_tos', 'network unreachable'],
  ['host_unreachable_for_tos', 'host unreachable'],
  ['packet_filtered', 'administratively prohibited'],
  ['precedence_violation', 'administratively prohibited'],
  ['precedence_cutoff', 'administratively prohibited'],
];

/** What ICMPv6 calls the same (RFC 4443 §3.1). */
const UNREACHABLE_V6: readonly (readonly [string, IcmpError])[] = [
  ['no_route', 'network unreachable'],
  ['admin_prohibited', 'administratively prohibited'],
  ['not_neighbour', 'network unreachable'],
  ['address_unreachable', 'host unreachable'],
  ['port_unreachable', 'port unreachable'],
  ['policy_fail', 'administratively prohibited'],
  ['reject_route', 'administratively prohibited'],
];

const TYPES: Readonly<Record<string, IcmpError>> = {
  time_exceeded: 'time exceeded',
  parameter_problem: 'parameter problem',
  source_quench: 'source quench',
  packet_too_big: 'fragmentation needed',
  type_4: 'source quench',
  type_11: 'time exceeded',
  type_12: 'parameter problem',
};

/** Messages that are about no segment. */
const NOT_FOR_TCP = /^(?:echo_|redirect|timestamp_|information_|address_mask_|router_|type_\d+$)/;

/**
 * The error that a message tells TCP of; `null` if it tells nothing (an echo, a code that does not
 * exist); `undefined` if packetdrill has no such message.
 */
export function icmpErrorOf(
  { type, code }: IcmpLine,
  version: 4 | 6,
): IcmpError | null | undefined {
  if (type === 'unreachable' || type === (version === 6 ? 'type_1' : 'type_3')) {
    if (code === null) return undefined;
    const numbered = /^code_(\d+)$/.exec(code);
    const table = version === 6 ? UNREACHABLE_V6 : UNREACHABLE;
    if (numbered !== null) return table[Number(numbered[1])]?.[1] ?? null;
    return [...table, ...UNREACHABLE, ...UNREACHABLE_V6].find(([name]) => name === code)?.[1];
  }
  return TYPES[type] ?? (NOT_FOR_TCP.test(type) ? null : undefined);
}
