import type { Ctl, Endpoint, Options } from '#tcp';
import { viewOf } from '#wire/bytes.ts';
import { type IpPacket, parseIp, Protocol } from '#wire/ip.ts';
import { bad, type Result } from '#wire/result.ts';
import { parseTcp, TCP_HEADER_MIN, TcpField, type TcpPacket } from '#wire/tcp.ts';
import { ipOffset, isKnownLinkType } from './link.ts';
import type { CapturedPacket, CaptureNote } from './packet.ts';
import { createTally } from './tally.ts';

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

/**
 * Finds the TCP segments among the packets. What is no TCP is left out without a word. Checksums are
 * not looked at: a sender's own capture is made before its network card fills them in.
 */
export function segmentsOf(packets: readonly CapturedPacket[]): Segments {
  const tally = createTally();
  const segments: CapturedSegment[] = [];
  for (const packet of packets) {
    if (!isKnownLinkType(packet.linkType)) {
      tally.add(`of link type ${packet.linkType}, which is unknown, left out`, packet.at);
      continue;
    }
    const read = readSegment(packet, (what) => tally.add(what, packet.at));
    if (!read.ok) tally.add(`left out: ${read.error.what}`, packet.at);
    else if (read.value !== null) segments.push(read.value);
  }
  segments.sort((one, other) => one.t - other.t);
  return { segments, notes: tally.notes() };
}

const NONE = { ok: true, value: null } as const;

function readSegment(
  packet: CapturedPacket,
  remark: (what: string) => void,
): Result<CapturedSegment | null> {
  const start = ipOffset(packet.bytes, packet.linkType);
  if (!start.ok) return start;
  if (start.value === null) return NONE;
  const bytes = withLength(packet.bytes.subarray(start.value), packet.originalLength - start.value);
  const ip = parseIp(bytes);
  if (!ip.ok) return ip;
  if (ip.value.protocol !== Protocol.TCP) return NONE;
  if (ip.value.fragmentOffset > 0) {
    remark('left out: a later fragment of a datagram');
    return NONE;
  }
  const tcp = readHeader(ip.value);
  if (!tcp.ok) return tcp;
  const { seq, ack, ctl, wnd, options, data, sourcePort, destinationPort } = tcp.value.packet;
  return {
    ok: true,
    value: {
      t: packet.t,
      src: { address: ip.value.source, port: sourcePort },
      dst: { address: ip.value.destination, port: destinationPort },
      ...{ seq, ack, ctl, wnd, options, data },
      length: Math.max(0, wholePayload(bytes, ip.value) - tcp.value.headerLength),
    },
  };
}

/**
 * A sender that leaves segmentation to its network card is captured with a length field of 0: the
 * packet's own length stands in for it.
 */
function withLength(bytes: Uint8Array, original: number): Uint8Array {
  const version = (bytes[0] ?? 0) >> 4;
  const [field, header] = version === 4 ? [2, 0] : [4, 40];
  if ((version !== 4 && version !== 6) || bytes.length < 20 || original - header < 1) return bytes;
  if (viewOf(bytes).getUint16(field) !== 0) return bytes;
  const copy = bytes.slice();
  viewOf(copy).setUint16(field, Math.min(0xffff, original - header));
  return copy;
}

/** Octets of the datagram's payload on the wire, whether or not all were captured. */
function wholePayload(bytes: Uint8Array, ip: IpPacket): number {
  if (!ip.cut) return ip.payload.length;
  const declared = ip.version === 4 ? viewOf(bytes).getUint16(2) : 40 + viewOf(bytes).getUint16(4);
  return declared - (bytes.length - ip.payload.length);
}

/** The header as far as it goes: options that are cut off or cannot be read are left out. */
function readHeader(ip: IpPacket): Result<{ packet: TcpPacket; headerLength: number }> {
  const bytes = ip.payload;
  if (bytes.length <= TcpField.CONTROL_BITS) {
    return bad('the TCP header is cut off', bytes.length);
  }
  const headerLength = ((bytes[TcpField.DATA_OFFSET] ?? 0) >> 4) * 4;
  if (headerLength < TCP_HEADER_MIN) return bad('a TCP header without its length', 0);
  const whole = parseTcp(bytes);
  if (whole.ok) return { ok: true, value: { packet: whole.value, headerLength } };
  if (headerLength > bytes.length && !ip.cut) return whole;

  const fixed = new Uint8Array(TCP_HEADER_MIN);
  fixed.set(bytes.subarray(0, TCP_HEADER_MIN));
  fixed[TcpField.DATA_OFFSET] = 0x50;
  const packet = parseTcp(fixed);
  if (!packet.ok) return packet;
  const data = bytes.slice(headerLength);
  return { ok: true, value: { packet: { ...packet.value, data }, headerLength } };
}
