import type { IcmpError, Segment } from '#tcp';
import { segmentToDatagram } from '#wire/segment.ts';

/** Something on its way through the network: a segment, or an ICMP message. Plain data. */
export interface Packet {
  /** Its number among all that travels; the Trace's name for it. */
  readonly id: number;
  readonly name: string;
  /** The node that sent it, and the one that its destination belonged to. */
  readonly from: string;
  readonly to: string;
  /** The IP addresses it bears now: a NAT may have written others into it. */
  readonly src: string;
  readonly dst: string;
  readonly ttl: number;
  /** The segment as it was sent; `null` in an ICMP message. */
  readonly seg: Segment | null;
  readonly again: boolean;
  /** The datagram; `null` as long as nothing asks for octets. */
  readonly octets: Uint8Array | null;
  readonly icmp?: { readonly error: IcmpError; readonly about: number; readonly mtu?: number };
  /** It is a copy that the network made. */
  readonly copyOf?: number;
}

/** The packet as an IP datagram. */
export function octetsOf({ octets, seg, ttl, id }: Packet): Uint8Array {
  if (octets !== null) return octets;
  if (seg === null) throw new TypeError('an ICMP message travels as octets');
  return segmentToDatagram(seg, { ttl, id: (id + 1) & 0xffff });
}

/** Octets of an IPv4 header without options, and of IPv6's. */
const HEADERS = { 4: 20, 6: 40 } as const;

/**
 * The datagram with one bit of what the IP header carries turned over, `chance` (0 to 1) says which.
 * A single wrong bit never escapes the checksum.
 */
export function corrupt(
  octets: Uint8Array,
  chance: number,
): { readonly octets: Uint8Array; readonly at: number; readonly bit: number } {
  const header = HEADERS[(octets[0] ?? 0) >> 4 === 6 ? 6 : 4];
  const place = Math.floor(chance * (octets.length - header) * 8);
  const at = header + (place >> 3);
  const bit = place & 7;
  const copy = octets.slice();
  copy[at] = (copy[at] ?? 0) ^ (0x80 >> bit);
  return { octets: copy, at, bit };
}
