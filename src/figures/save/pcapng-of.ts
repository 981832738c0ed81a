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
