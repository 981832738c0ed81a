import type { Segment, WireFunctions } from '#tcp';
import { isChecksumRight } from './checksum.ts';
import {
  datagramFor,
  type IpPacket,
  parseIp,
  Protocol,
  pseudoHeaderSum,
  readIpv4Header,
} from './ip.ts';
import { bad, ok, type Result } from './result.ts';
import { isTcpChecksumRight, parseTcp, tcpLength, writeTcp } from './tcp.ts';

/** How a datagram that carries a segment is written. */
export interface DatagramOptions {
  /** 64 unless given. */
  readonly ttl?: number;
  readonly id?: number;
}

/** A segment as an IP datagram, with its checksums (MUST-2). Throws RangeError on addresses that are none. */
export function segmentToDatagram(seg: Segment, options: DatagramOptions = {}): Uint8Array {
  const source = seg.src.address;
  const destination = seg.dst.address;
  const length = tcpLength(seg);
  const { ttl = 64, id = 0 } = options;
  const bytes = datagramFor({ source, destination, protocol: Protocol.TCP, ttl, id }, length);
  const pseudoHeader = pseudoHeaderSum(source, destination, Protocol.TCP, length);
  const ports = { source: seg.src.port, destination: seg.dst.port };
  writeTcp(bytes, bytes.length - length, seg, ports, pseudoHeader);
  return bytes;
}

/**
 * The segment that an IP datagram carries. Both checksums must be right: TCP's by MUST-3, IPv4's by
 * RFC 1122 §3.2.1.2. The TCP header is read by `parse`.
 */
export function segmentFromDatagram(
  bytes: Uint8Array,
  parse: WireFunctions['parseSegment'] = parseTcp,
): Result<Segment> {
  if ((bytes[0] ?? 0) >> 4 === 4) {
    const header = readIpv4Header(bytes);
    if (!header.ok) return header;
    const { start, end } = header.value;
    if (!isChecksumRight(bytes, 0, 0, start)) {
      return bad('the IPv4 checksum is wrong', 10, 'RFC1122/3.2.1.2');
    }
    return segmentFrom(header.value, bytes.slice(start, end), start, parse);
  }
  const ip = parseIp(bytes);
  if (!ip.ok) return ip;
  const { payload } = ip.value;
  return segmentFrom(ip.value, payload, payload.byteOffset - bytes.byteOffset, parse);
}

/** `start`: where the payload begins in the datagram. */
function segmentFrom(
  ip: Omit<IpPacket, 'payload'>,
  payload: Uint8Array,
  start: number,
  parse: WireFunctions['parseSegment'],
): Result<Segment> {
  const { source, destination, protocol } = ip;
  if (protocol !== Protocol.TCP) return bad(`protocol ${protocol} is not TCP`, 0);
  if (ip.moreFragments || ip.fragmentOffset > 0) return bad('a fragment', 6);
  const pseudoHeader = pseudoHeaderSum(source, destination, Protocol.TCP, payload.length);
  if (!isTcpChecksumRight(payload, pseudoHeader)) {
    return bad('the TCP checksum is wrong', start + 16, 'MUST-3');
  }
  const tcp = parse(payload);
  if (!tcp.ok) return { ok: false, error: { ...tcp.error, at: start + tcp.error.at } };
  const { sourcePort, destinationPort, options, seq, ack, ctl, wnd, up, data } = tcp.value;
  return ok({
    src: { address: source, port: sourcePort },
    dst: { address: destination, port: destinationPort },
    seq,
    ack,
    ctl,
    wnd,
    up,
    data,
    options,
  });
}
