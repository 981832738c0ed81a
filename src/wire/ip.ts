import { follow } from '#tcp/followed.ts';
import { setWord, word } from '#tcp/octets.ts';
import { formatAddress, formatIpv4Address, knownAddress } from './address.ts';
import { viewOf } from './bytes.ts';
import { checksum, isChecksumRight } from './checksum.ts';
import { bad, ok, type Result } from './result.ts';

/** Protocol numbers (IANA), as the Protocol or Next Header field holds them. */
export const Protocol = { ICMP: 1, TCP: 6, ICMPV6: 58 } as const;

const IPV4_HEADER_MIN = 20;
const IPV6_HEADER = 40;

/** An IP datagram, of either version. */
export interface IpPacket {
  readonly version: 4 | 6;
  readonly source: string;
  readonly destination: string;
  /** Protocol of the payload: `Protocol.TCP` … */
  readonly protocol: number;
  /** Time to live, in IPv6 the hop limit: how many routers it may still pass. */
  readonly ttl: number;
  /** IPv4's Identification; 0 in IPv6. */
  readonly id: number;
  /** IPv4: may it not be fragmented? IPv6 routers never fragment: always `true`. */
  readonly dontFragment: boolean;
  /** IPv4: place of this fragment in octets, and whether more follow. */
  readonly fragmentOffset: number;
  readonly moreFragments: boolean;
  /** A view of the octets that were read, not a copy. */
  readonly payload: Uint8Array;
  /** The length field promises more than there is: the packet was cut when it was captured. */
  readonly cut: boolean;
}

/**
 * Reads a datagram of either version. Octets after its end (padding of a short frame) are left out.
 * IPv4's header checksum is not looked at: see `isIpv4ChecksumRight`.
 */
export function parseIp(bytes: Uint8Array): Result<IpPacket> {
  const version = (bytes[0] ?? 0) >> 4;
  if (bytes.length > 0 && version === 4) return parseIpv4(bytes);
  if (bytes.length > 0 && version === 6) return parseIpv6(bytes);
  return bad(bytes.length === 0 ? 'nothing there' : `IP version ${version} is unknown`, 0);
}

/** An IPv4 header as it was read, and where its payload lies. */
export interface Ipv4Header extends Omit<IpPacket, 'payload'> {
  /** Offsets of the payload's first octet and of the one after its last. */
  readonly start: number;
  readonly end: number;
}

/** Reads an IPv4 header alone (RFC 791 §3.1); `parseIp` without a view of the payload. */
export function readIpv4Header(bytes: Uint8Array): Result<Ipv4Header> {
  if (bytes.length < IPV4_HEADER_MIN) return bad('shorter than an IPv4 header', bytes.length);
  const start = ((bytes[0] as number) & 0x0f) * 4;
  const total = word(bytes, 2);
  if (start < IPV4_HEADER_MIN || start > bytes.length) {
    return bad(`the header length says ${start} octets`, 0);
  }
  if (total < start) return bad(`the total length says ${total} octets`, 2);
  if (start > IPV4_HEADER_MIN) follow('MUST-50');
  const fragment = word(bytes, 6);
  return ok({
    version: 4,
    source: formatIpv4Address(bytes, 12),
    destination: formatIpv4Address(bytes, 16),
    protocol: bytes[9] as number,
    ttl: bytes[8] as number,
    id: word(bytes, 4),
    dontFragment: (fragment & 0x4000) !== 0,
    fragmentOffset: (fragment & 0x1fff) * 8,
    moreFragments: (fragment & 0x2000) !== 0,
    cut: total > bytes.length,
    start,
    end: Math.min(total, bytes.length),
  });
}

function parseIpv4(bytes: Uint8Array): Result<IpPacket> {
  const read = readIpv4Header(bytes);
  if (!read.ok) return read;
  const { start, end, ...header } = read.value;
  return ok({ ...header, payload: bytes.subarray(start, end) });
}

/** Extension headers of IPv6 that have a Next Header and a length in 8 octets (RFC 8200 §4). */
const EXTENSIONS: ReadonlySet<number> = new Set([0, 43, 60]);
const FRAGMENT = 44;

/** RFC 8200 §3 and §4. */
function parseIpv6(bytes: Uint8Array): Result<IpPacket> {
  if (bytes.length < IPV6_HEADER) return bad('shorter than an IPv6 header', bytes.length);
  const view = viewOf(bytes);
  const end = IPV6_HEADER + view.getUint16(4);
  let protocol = view.getUint8(6);
  let at = IPV6_HEADER;
  let fragment = 0;
  let id = 0;
  while (EXTENSIONS.has(protocol) || protocol === FRAGMENT) {
    if (at + 8 > bytes.length) return bad('an extension header is cut short', at);
    if (protocol === FRAGMENT) {
      fragment = view.getUint16(at + 2);
      id = view.getUint32(at + 4);
    }
    const length = protocol === FRAGMENT ? 8 : 8 * (view.getUint8(at + 1) + 1);
    protocol = view.getUint8(at);
    at += length;
  }
  if (at > bytes.length) return bad('an extension header runs past the packet', bytes.length);
  return ok({
    version: 6,
    source: formatAddress(bytes.subarray(8, 24)),
    destination: formatAddress(bytes.subarray(24, 40)),
    protocol,
    ttl: view.getUint8(7),
    id,
    dontFragment: true,
    fragmentOffset: fragment & 0xfff8,
    moreFragments: (fragment & 1) !== 0,
    payload: bytes.subarray(at, Math.max(at, end)),
    cut: end > bytes.length,
  });
}

/** What the header of a datagram is written from; the rest has its usual value. */
export type IpHeader = Pick<IpPacket, 'source' | 'destination' | 'protocol'> &
  Partial<Pick<IpPacket, 'ttl' | 'id' | 'dontFragment'>>;

/** What a datagram is written from. */
export type IpFields = IpHeader & Pick<IpPacket, 'payload'>;

/**
 * A datagram with its header and room for `length` octets of payload: IPv4 or IPv6, as the addresses
 * are. TTL is 64 unless given. Throws RangeError if the addresses are none, of two versions, or the
 * payload is too long.
 */
export function datagramFor(header: IpHeader, length: number): Uint8Array {
  const source = knownAddress(header.source)?.octets;
  const destination = knownAddress(header.destination)?.octets;
  if (source === undefined || source.length !== destination?.length) {
    throw new RangeError(`${header.source} and ${header.destination} are not of one IP version`);
  }
  const { protocol, ttl = 64, id = 0, dontFragment = true } = header;
  const six = source.length === 16;
  if (length + (six ? 0 : IPV4_HEADER_MIN) > 0xffff) {
    throw new RangeError(`a payload of ${length} octets does not fit into a datagram`);
  }
  const bytes = new Uint8Array((six ? IPV6_HEADER : IPV4_HEADER_MIN) + length);
  if (six) {
    bytes[0] = 0x60;
    setWord(bytes, 4, length);
    bytes[6] = protocol;
    bytes[7] = ttl;
    bytes.set(source, 8);
    bytes.set(destination, 24);
    return bytes;
  }
  bytes[0] = 0x45;
  setWord(bytes, 2, bytes.length);
  setWord(bytes, 4, id);
  setWord(bytes, 6, dontFragment ? 0x4000 : 0);
  bytes[8] = ttl;
  bytes[9] = protocol;
  bytes.set(source, 12);
  bytes.set(destination, 16);
  setWord(bytes, 10, checksum(bytes, 0, 0, IPV4_HEADER_MIN));
  return bytes;
}

/** A datagram as octets. Throws as `datagramFor`. */
export function serializeIp({ payload, ...header }: IpFields): Uint8Array {
  const bytes = datagramFor(header, payload.length);
  bytes.set(payload, bytes.length - payload.length);
  return bytes;
}

/** Is the checksum of an IPv4 header right? `bytes` begin with the header. */
export function isIpv4ChecksumRight(bytes: Uint8Array): boolean {
  return isChecksumRight(bytes, 0, 0, Math.min(bytes.length, ((bytes[0] ?? 0) & 0x0f) * 4));
}

/**
 * The sum of the pseudo-header that a TCP or ICMPv6 checksum covers besides the segment: both
 * addresses, the protocol, the length (RFC 9293 §3.1, RFC 8200 §8.1). Throws RangeError on addresses
 * that are none.
 */
export function pseudoHeaderSum(
  source: string,
  destination: string,
  protocol: number,
  length: number,
): number {
  const from = knownAddress(source);
  const to = knownAddress(destination);
  if (from === null || to === null) {
    throw new RangeError(`${source} or ${destination} is no address`);
  }
  return from.sum + to.sum + protocol + (length >>> 16) + (length & 0xffff);
}
