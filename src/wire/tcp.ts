import { type Ctl } from '#tcp';
import { join, viewOf } from './bytes.ts';
import { checksum, isChecksumRight } from './checksum.ts';
import { parseOptions, serializeOptions, type TcpOption } from './options.ts';
import { bad, ok, type Result } from './result.ts';

/** Where the fields of a TCP header begin (RFC 9293 §3.1, Figure 1), in octets. */
export const TcpField = {
  SOURCE_PORT: 0,
  DESTINATION_PORT: 2,
  SEQUENCE_NUMBER: 4,
  ACKNOWLEDGMENT_NUMBER: 8,
  DATA_OFFSET: 12,
  CONTROL_BITS: 13,
  WINDOW: 14,
  CHECKSUM: 16,
  URGENT_POINTER: 18,
} as const;

/** A header without options, octets. */
export const TCP_HEADER_MIN = 20;

/** The control bits, each with its place in the octet, from the left (RFC 9293 §3.1). */
const BITS = [
  ['cwr', 0x80],
  ['ece', 0x40],
  ['urg', 0x20],
  ['ack', 0x10],
  ['psh', 0x08],
  ['rst', 0x04],
  ['syn', 0x02],
  ['fin', 0x01],
] as const satisfies readonly (readonly [keyof Ctl, number])[];

/** A TCP header as it stands on the wire, and what follows it. Numbers are unsigned. */
export interface TcpPacket {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly seq: number;
  readonly ack: number;
  /** The four reserved bits; 0 in what we send. */
  readonly reserved: number;
  readonly ctl: Ctl;
  /** The window field itself: not scaled. */
  readonly wnd: number;
  readonly up: number;
  readonly options: readonly TcpOption[];
  readonly data: Uint8Array;
}

/** Reads a TCP segment. The checksum is not looked at: see `isTcpChecksumRight`. */
export function parseTcp(bytes: Uint8Array): Result<TcpPacket> {
  if (bytes.length < TCP_HEADER_MIN) {
    return bad(`a TCP header has ${TCP_HEADER_MIN} octets, here are ${bytes.length}`, bytes.length);
  }
  const view = viewOf(bytes);
  const offset = view.getUint8(TcpField.DATA_OFFSET);
  const headerLength = (offset >> 4) * 4;
  if (headerLength < TCP_HEADER_MIN) {
    return bad(
      `the data offset says ${headerLength} octets: less than a header`,
      TcpField.DATA_OFFSET,
    );
  }
  if (headerLength > bytes.length) {
    return bad(
      `the data offset says ${headerLength} octets: more than there are`,
      TcpField.DATA_OFFSET,
    );
  }
  const options = parseOptions(bytes.subarray(TCP_HEADER_MIN, headerLength));
  if (!options.ok) return bad(options.error.what, TCP_HEADER_MIN + options.error.at);

  return ok({
    sourcePort: view.getUint16(TcpField.SOURCE_PORT),
    destinationPort: view.getUint16(TcpField.DESTINATION_PORT),
    seq: view.getUint32(TcpField.SEQUENCE_NUMBER),
    ack: view.getUint32(TcpField.ACKNOWLEDGMENT_NUMBER),
    reserved: offset & 0x0f,
    ctl: readBits(view.getUint8(TcpField.CONTROL_BITS)),
    wnd: view.getUint16(TcpField.WINDOW),
    up: view.getUint16(TcpField.URGENT_POINTER),
    options: options.value,
    data: bytes.slice(headerLength),
  });
}

/**
 * The segment as octets, with its checksum. `pseudoHeader` gives the sum of that header for the
 * segment's length (see `pseudoHeaderSum`). Throws RangeError if the options take more than 40 octets.
 */
export function serializeTcp(
  packet: TcpPacket,
  pseudoHeader: (length: number) => number,
): Uint8Array {
  const options = serializeOptions(packet.options);
  const header = new Uint8Array(TCP_HEADER_MIN);
  const view = viewOf(header);
  view.setUint16(TcpField.SOURCE_PORT, packet.sourcePort);
  view.setUint16(TcpField.DESTINATION_PORT, packet.destinationPort);
  view.setUint32(TcpField.SEQUENCE_NUMBER, packet.seq);
  view.setUint32(TcpField.ACKNOWLEDGMENT_NUMBER, packet.ack);
  const words = (TCP_HEADER_MIN + options.length) / 4;
  view.setUint8(TcpField.DATA_OFFSET, (words << 4) | packet.reserved);
  view.setUint8(TcpField.CONTROL_BITS, writeBits(packet.ctl));
  view.setUint16(TcpField.WINDOW, packet.wnd);
  view.setUint16(TcpField.URGENT_POINTER, packet.up);

  const bytes = join(header, options, packet.data);
  viewOf(bytes).setUint16(TcpField.CHECKSUM, checksum(bytes, pseudoHeader(bytes.length)));
  return bytes;
}

/** Is the checksum of the segment right, over the sum of its pseudo-header (MUST-3)? */
export function isTcpChecksumRight(bytes: Uint8Array, pseudoHeader: number): boolean {
  return isChecksumRight(bytes, pseudoHeader);
}

function readBits(octet: number): Ctl {
  const set = BITS.map(([name, bit]) => [name, (octet & bit) !== 0] as const);
  return Object.fromEntries(set) as unknown as Ctl;
}

function writeBits(ctl: Ctl): number {
  return BITS.reduce((octet, [name, bit]) => (ctl[name] ? octet | bit : octet), 0);
}
