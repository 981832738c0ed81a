import type { Ctl, Endpoint, Options } from '#tcp';
import { Protocol } from '#wire/ip.ts';
import { bad, ok, type Result } from '#wire/result.ts';
import { parseTcp, TCP_HEADER_MIN, TcpField, type TcpPacket } from '#wire/tcp.ts';
import { copiesAmong, type SeenDatagram } from './copies.ts';
import { type CapturedDatagram, datagramOf } from './datagram.ts';
import { createFragments, type Fragments } from './fragments.ts';
import { isKnownLinkType } from './link.ts';
import type { CapturedPacket, CaptureNote } from './packet.ts';
import { createTally, type Tally } from './tally.ts';

/** A TCP segment that a capture holds. */
export interface CapturedSegment {
  /** Ms since the first packet of the file. */
  readonly t: number;
  readonly src: Endpoint;
  readonly dst: Endpoint;
  readonly seq: number;
  readonly ack: number;
  readonly ctl: Ctl;
  /** The window field itself: not scaled. */
  readonly wnd: number;
  readonly up: number;
  readonly options: Options;
  /** Octets of data that the segment had on the wire. */
  readonly length: number;
  /** Those of them that were captured. */
  readonly data: Uint8Array;
}

/** The segments of a capture, in order of time, and why other packets were left out. */
export interface Segments {
  readonly segments: readonly CapturedSegment[];
  readonly notes: readonly CaptureNote[];
}

/** A segment that was read, with the packet that it came in. */
interface Seen extends SeenDatagram {
  readonly at: number;
  readonly segment: CapturedSegment;
}

/**
 * Finds the TCP segments among the packets. What is no TCP is left out without a word, a copy of a
 * packet that was seen before at another place with one. Checksums are not looked at: a sender's own
 * capture is made before its network card fills them in.
 */
export function segmentsOf(packets: readonly CapturedPacket[]): Segments {
  const tally = createTally();
  const fragments = createFragments();
  const found = packets.flatMap((packet): Seen[] => {
    if (!isKnownLinkType(packet.linkType)) {
      tally.add(`of link type ${packet.linkType}, which is unknown, left out`, packet.at);
      return [];
    }
    const read = readPacket(packet, fragments, tally);
    if (!read.ok) tally.add(`left out: ${read.error.what}`, packet.at);
    return read.ok && read.value !== null ? [read.value] : [];
  });
  const seen = found.map((each) => withWholeLength(each, fragments, tally));
  if (seen.some(({ segment }, i) => segment.t < (seen[i - 1]?.segment.t ?? 0))) {
    seen.sort((one, other) => one.segment.t - other.segment.t);
  }
  const copies = copiesAmong(seen);
  for (const { at } of copies) tally.add('seen at a second place too, left out there', at);
  return {
    segments: seen.filter((each) => !copies.has(each)).map(({ segment }) => segment),
    notes: tally.notes(),
  };
}

const NONE = ok(null);

function readPacket(
  packet: CapturedPacket,
  fragments: Fragments,
  tally: Tally,
): Result<Seen | null> {
  const read = datagramOf(packet);
  if (!read.ok || read.value === null) return read.ok ? NONE : read;
  const datagram = read.value;
  if (datagram.ip.protocol !== Protocol.TCP) return NONE;
  if (datagram.ip.fragmentOffset > 0) {
    fragments.add(datagram);
    tally.add('left out: a later fragment of a datagram', packet.at);
    return NONE;
  }
  const segment = readSegment(datagram, packet.t);
  if (!segment.ok) return segment;
  const { src, dst } = segment.value;
  return ok({
    ...{ datagram, segment: segment.value, at: packet.at, interface: packet.interface },
    direction: `${src.address} ${src.port} ${dst.address} ${dst.port}`,
  });
}

function readSegment(datagram: CapturedDatagram, t: number): Result<CapturedSegment> {
  const tcp = readHeader(datagram);
  if (!tcp.ok) return tcp;
  const { headerLength, packet } = tcp.value;
  const { seq, ack, ctl, wnd, up, options, data, sourcePort, destinationPort } = packet;
  return ok({
    t,
    src: { address: datagram.ip.source, port: sourcePort },
    dst: { address: datagram.ip.destination, port: destinationPort },
    ...{ seq, ack, ctl, wnd, up, options, data },
    length: Math.max(0, datagram.payloadLength - headerLength),
  });
}

/** The header as far as it goes: options that are cut off or cannot be read are left out. */
function readHeader({ ip }: CapturedDatagram): Result<{ packet: TcpPacket; headerLength: number }> {
  const bytes = ip.payload;
  if (bytes.length <= TcpField.CONTROL_BITS) {
    return bad('the TCP header is cut off', bytes.length);
  }
  const headerLength = ((bytes[TcpField.DATA_OFFSET] ?? 0) >> 4) * 4;
  if (headerLength < TCP_HEADER_MIN) return bad('a TCP header without its length', 0);
  const whole = parseTcp(bytes);
  if (whole.ok) return ok({ packet: whole.value, headerLength });
  if (headerLength > bytes.length && !ip.cut && !ip.moreFragments) return whole;

  const fixed = new Uint8Array(TCP_HEADER_MIN);
  fixed.set(bytes.subarray(0, TCP_HEADER_MIN));
  fixed[TcpField.DATA_OFFSET] = 0x50;
  const packet = parseTcp(fixed);
  if (!packet.ok) return packet;
  const data = bytes.slice(headerLength);
  return ok({ packet: { ...packet.value, data }, headerLength });
}

/** The first fragment of a datagram has the TCP header, but not all of its data. */
function withWholeLength(seen: Seen, fragments: Fragments, tally: Tally): Seen {
  const { datagram, segment, at } = seen;
  if (!datagram.ip.moreFragments) return seen;
  const whole = fragments.whole(datagram.ip);
  if (whole === null) {
    tally.add('in fragments of which the last is missing: taken for as long as the first', at);
    return seen;
  }
  tally.add('in fragments: used without the data of the later ones', at);
  const more = Math.max(0, whole - datagram.payloadLength);
  return { ...seen, segment: { ...segment, length: segment.length + more } };
}
