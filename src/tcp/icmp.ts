/** What an ICMP message tells a host of a segment that it sent (RFC 9293 §3.9.2.2). */
export const ICMP_ERRORS = [
  'network unreachable',
  'host unreachable',
  'source route failed',
  'protocol unreachable',
  'port unreachable',
  'fragmentation needed',
  'administratively prohibited',
  'time exceeded',
  'parameter problem',
  'source quench',
] as const;
export type IcmpError = (typeof ICMP_ERRORS)[number];
