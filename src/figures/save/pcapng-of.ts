import type { Scenario } from '#scenario/scenario.ts';
import { traceToPcapng } from '#trace/capture/write.ts';
import type { Trace } from '#trace/trace.ts';

/** The media type of a capture. */
export const PCAPNG = 'application/vnd.tcpdump.pcap';

/**
 * A Trace as a capture for Wireshark and tshark: what a tap beside each sender sees, every checksum
 * right. Throws RangeError if a segment of it fits into no datagram.
 * @param routers addresses of routers and NATs by name: without them their ICMP messages are left out
 */
export function pcapngOf(trace: Trace, routers: Readonly<Record<string, string>> = {}): Uint8Array {
  return traceToPcapng(trace, routers);
}

/** The addresses of what lies between the hosts of a scenario, by name. */
export function routersOf({
  network,
}: Pick<Scenario, 'network'>): Readonly<Record<string, string>> {
  const { routers = [], nats = [] } = network ?? {};
  return Object.fromEntries([
    ...routers.map(({ name, address }) => [name, address] as const),
    // A NAT reports to those behind it, whose packets it passes on.
    ...nats.map(({ name, address, inner = address }) => [name, inner] as const),
  ]);
}
