import type { Endpoint, IcmpError, Seq } from '#tcp';
import { viewOf } from './bytes.ts';
import {
  type IcmpEnds,
  type IcmpMessage,
  isIcmpChecksumRight,
  isIcmpError,
  parseIcmp,
  serializeIcmp,
} from './icmp.ts';
import { type IpHeader, isIpv4ChecksumRight, parseIp, Protocol, serializeIp } from './ip.ts';
import { bad, ok, type Result } from './result.ts';

/** Type and code of each message, in ICMP (RFC 792, RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1). */
const V4: Readonly<Record<IcmpError, readonly [type: number, code: number]>> = {
  'network unreachable': [3, 0],
  'host unreachable': [3, 1],
  'protocol unreachable': [3, 2],
  'port unreachable': [3, 3],
  'fragmentation needed': [3, 4],
  'source route failed': [3, 5],
  'administratively prohibited': [3, 13],
  'source quench': [4, 0],
  'time exceeded': [11, 0],
  'parameter problem': [12, 0],
};

/** The same in ICMPv6 (RFC 4443 §3); it has no source quench and no source routes that fail. */
const V6: Readonly<Partial<Record<IcmpError, readonly [type: number, code: number]>>> = {
  'network unreachable': [1, 0],
  'administratively prohibited': [1, 1],
  'host unreachable': [1, 3],
  'port unreachable': [1, 4],
  'fragmentation needed': [2, 0],
  'time exceeded': [3, 0],
  'parameter problem': [4, 0],
  'protocol unreachable': [4, 1],
};

/** Other codes of "unreachable" in version 4 that say the same (RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1). */
const MORE_CODES: Readonly<Record<number, IcmpError>> = {
  6: 'network unreachable',
  7: 'host unreachable',
  8: 'host unreachable',
  9: 'administratively prohibited',
  10: 'administratively prohibited',
  11: 'network unreachable',
  12: 'host unreachable',
};

/** An ICMP error message about a TCP segment. */
export interface IcmpReport {
  readonly error: IcmpError;
  /** With "fragmentation needed": the MTU of the link that was too small, octets (RFC 1191 §4). */
  readonly mtu?: number;
  /** The datagram that it is about: its IP header and at least 8 octets of what it carries. */
  readonly quote: Uint8Array;
}

/** What a report tells of the segment that it is about, which its receiver sent. */
export interface Reported {
  readonly error: IcmpError;
  readonly local: Endpoint;
  readonly remote: Endpoint;
  /** SEG.SEQ. */
  readonly seq: Seq;
  readonly mtu?: number;
}

/**
 * The message as a whole IP datagram from the router `source` to `destination`; its TTL is 64 and its
 * Identification 0 unless given. Throws RangeError on addresses that are none, and on an error that
 * ICMPv6 does not know.
 */
export function icmpDatagram(
  report: IcmpReport,
  source: string,
  destination: string,
  header: Pick<IpHeader, 'ttl' | 'id'> = {},
): Uint8Array {
  const version = source.includes(':') ? 6 : 4;
  const numbers = (version === 4 ? V4 : V6)[report.error];
  if (numbers === undefined) throw new RangeError(`ICMPv6 has no "${report.error}"`);
  const [type, code] = numbers;
  const message = { type, code, rest: report.mtu ?? 0, body: report.quote };
  return serializeIp({
    source,
    destination,
    protocol: version === 4 ? Protocol.ICMP : Protocol.ICMPV6,
    payload: serializeIcmp(message, { version, source, destination }),
    dontFragment: false,
    ...header,
  });
}

/** The report that an IP datagram carries. The checksums must be right. */
export function reportFromDatagram(bytes: Uint8Array): Result<IcmpReport> {
  const ip = parseIp(bytes);
  if (!ip.ok) return ip;
  const { version, source, destination, protocol, payload } = ip.value;
  const start = payload.byteOffset - bytes.byteOffset;
  if (protocol !== (version === 4 ? Protocol.ICMP : Protocol.ICMPV6)) {
    return bad(`protocol ${protocol} is not ICMP`, 0);
  }
  if (version === 4 && !isIpv4ChecksumRight(bytes)) return bad('the IPv4 checksum is wrong', 10);
  const ends: IcmpEnds = { version, source, destination };
  const message = parseIcmp(payload, version);
  if (!message.ok) return bad(message.error.what, start + message.error.at);
  if (!isIcmpChecksumRight(payload, ends)) return bad('the ICMP checksum is wrong', start + 2);
  const error = errorOf(message.value, version);
  if (error === null) return bad(`ICMP type ${message.value.type} reports no error`, start);
  const quote = message.value.body;
  // RFC 1191 §4: in version 4 the MTU is the lower half of the word; 0 from a router that knows none.
  const mtu = version === 4 ? message.value.rest & 0xffff : message.value.rest;
  return ok({ error, quote, ...(error === 'fragmentation needed' && mtu > 0 ? { mtu } : {}) });
}

/** What a quote tells of the segment it begins. It may be cut after the first 8 octets of TCP. */
export function reportedSegment({ error, mtu, quote }: IcmpReport): Result<Reported> {
  const ip = parseIp(quote);
  if (!ip.ok) return ip;
  const { source, destination, protocol, payload } = ip.value;
  if (protocol !== Protocol.TCP) return bad(`it quotes protocol ${protocol}, not TCP`, 0);
  if (payload.length < 8) return bad('it quotes less than 8 octets of TCP', quote.length);
  const view = viewOf(payload);
  return ok({
    error,
    local: { address: source, port: view.getUint16(0) },
    remote: { address: destination, port: view.getUint16(2) },
    seq: view.getUint32(4),
    ...(mtu === undefined ? {} : { mtu }),
  });
}

function errorOf(message: IcmpMessage, version: 4 | 6): IcmpError | null {
  if (!isIcmpError(message) || message.kind === 'redirect') return null;
  const { type, code } = message;
  for (const [error, numbers] of Object.entries(version === 4 ? V4 : V6)) {
    if (numbers[0] === type && numbers[1] === code) return error as IcmpError;
  }
  if (message.kind === 'time-exceeded') return 'time exceeded';
  if (message.kind === 'parameter-problem') return 'parameter problem';
  if (message.kind === 'source-quench') return 'source quench';
  if (message.kind === 'packet-too-big') return 'fragmentation needed';
  // Any other code still says that the destination cannot be reached.
  return (version === 4 ? MORE_CODES[code] : undefined) ?? 'host unreachable';
}
