import type { Segment } from '#tcp';
import { join, viewOf } from '#wire/bytes.ts';
import { segmentToDatagram } from '#wire/segment.ts';
import type { Trace } from '../trace.ts';
import { LinkType } from './link.ts';
import { BlockType, BYTE_ORDER_MAGIC } from './pcapng.ts';
import { packetsOf, type TimedDatagram } from './trace-packets.ts';

/** A segment and when it was seen, ms. */
export interface TimedSegment {
  readonly t: number;
  readonly seg: Segment;
  /** What a reader of the file is told beside the packet. */
  readonly comment?: string;
}

/**
 * The Trace as a pcapng file: what a tap beside each sender sees. Every transmission stands there at
 * the time at which it was sent, the lost ones too, because they did leave; that none arrived shows
 * only in what follows, as in a real capture. Its comment has the states in which both hosts then are.
 * Times before 0 are written as 0. Throws as `writePcapng`.
 * @param routers addresses of routers and NATs by name; ICMP messages of others are left out
 */
export function traceToPcapng(
  trace: Trace,
  routers: Readonly<Record<string, string>> = {},
): Uint8Array {
  return pcapngFile(packetsOf(trace, routers), 0n);
}

/**
 * Segments as a pcapng file: raw IP, nanoseconds, all checksums right. Their times count from `start`,
 * ns since 1970. Throws RangeError on a segment that fits into no datagram.
 */
export function writePcapng(segments: readonly TimedSegment[], start = 0n): Uint8Array {
  const packets = segments.map(({ t, seg, comment = '' }, index) => {
    // IPv4's Identification tells the copies of a datagram from one another; from 1, as 16 bits.
    return { t, comment, datagram: segmentToDatagram(seg, { id: (index + 1) & 0xffff }) };
  });
  return pcapngFile(packets, start);
}

function pcapngFile(packets: readonly TimedDatagram[], start: bigint): Uint8Array {
  const blocks = packets.map(({ t, datagram, comment }) => {
    const time = start + BigInt(Math.max(0, Math.round(t * 1e6)));
    return enhancedPacket(time, datagram, comment);
  });
  return joinMany([sectionHeader(), interfaceDescription(), ...blocks]);
}

/** A call takes only so many arguments. */
const TOGETHER = 10_000;

function joinMany(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length <= TOGETHER) return join(...pieces);
  const parts = Array.from({ length: Math.ceil(pieces.length / TOGETHER) }, (_, i) =>
    join(...pieces.slice(i * TOGETHER, (i + 1) * TOGETHER)),
  );
  return joinMany(parts);
}

/** A block: type, length, body padded to whole words, length. */
function block(type: number, body: Uint8Array): Uint8Array {
  const padded = Math.ceil(body.length / 4) * 4;
  const bytes = new Uint8Array(12 + padded);
  const view = viewOf(bytes);
  view.setUint32(0, type);
  view.setUint32(4, bytes.length);
  bytes.set(body, 8);
  view.setUint32(bytes.length - 4, bytes.length);
  return bytes;
}

function sectionHeader(): Uint8Array {
  const body = new Uint8Array(16);
  const view = viewOf(body);
  view.setUint32(0, BYTE_ORDER_MAGIC);
  // Version 1.0; the length of the section is not given: −1.
  view.setUint16(4, 1);
  view.setBigInt64(8, -1n);
  return block(BlockType.SECTION_HEADER, body);
}

function interfaceDescription(): Uint8Array {
  const head = new Uint8Array(8);
  // Reserved octets and a snap length of 0, which means no limit.
  viewOf(head).setUint16(0, LinkType.RAW);
  // if_tsresol: 10⁻⁹ s, padded to a word; then the end of the options.
  const options = Uint8Array.of(0, 9, 0, 1, 9, 0, 0, 0, 0, 0, 0, 0);
  return block(BlockType.INTERFACE, join(head, options));
}

function enhancedPacket(time: bigint, datagram: Uint8Array, comment: string): Uint8Array {
  const head = new Uint8Array(20);
  const view = viewOf(head);
  // The place of the interface is 0; the time is one number in two words, the high one first.
  view.setBigUint64(4, time);
  view.setUint32(12, datagram.length);
  view.setUint32(16, datagram.length);
  const padding = new Uint8Array(-datagram.length & 3);
  const options = comment === '' ? new Uint8Array(0) : commentOption(comment);
  return block(BlockType.ENHANCED_PACKET, join(head, datagram, padding, options));
}

/** opt_comment, padded to a word; then the end of the options. */
function commentOption(comment: string): Uint8Array {
  const text = new TextEncoder().encode(comment);
  const bytes = new Uint8Array(4 + Math.ceil(text.length / 4) * 4 + 4);
  viewOf(bytes).setUint16(0, 1);
  viewOf(bytes).setUint16(2, text.length);
  bytes.set(text, 4);
  return bytes;
}
