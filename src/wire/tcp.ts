import type { TcpPacket } from '#tcp';
import { octetOf } from '#tcp/ctl.ts';
import { follow } from '#tcp/followed.ts';
import { setLong, setWord } from '#tcp/octets.ts';
import { checksum, isChecksumRight } from './checksum.ts';
import { optionsLength, writeOptions } from './options.ts';

export { parseSegment as parseTcp } from '#tcp/planks/header.ts';
export type { TcpPacket } from '#tcp';

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

/** A segment without its ports, which `Segment` and `TcpPacket` hold in different places. */
export type TcpBody = Omit<TcpPacket, 'sourcePort' | 'destinationPort' | 'reserved'>;

/** How many octets the segment takes, header and options included. Throws as `optionsLength`. */
export function tcpLength({ options, data }: TcpBody): number {
  return TCP_HEADER_MIN + optionsLength(options) + data.length;
}

/**
 * Writes a segment into `bytes` from offset `start` to their end, with its checksum (MUST-2).
 * `pseudoHeader` is the sum of that header (see `pseudoHeaderSum`).
 */
export function writeTcp(
  bytes: Uint8Array,
  start: number,
  body: TcpBody,
  ports: { readonly source: number; readonly destination: number; readonly reserved?: number },
  pseudoHeader: number,
): void {
  const words = (bytes.length - start - body.data.length) / 4;
  setWord(bytes, start + TcpField.SOURCE_PORT, ports.source);
  setWord(bytes, start + TcpField.DESTINATION_PORT, ports.destination);
  setLong(bytes, start + TcpField.SEQUENCE_NUMBER, body.seq);
  setLong(bytes, start + TcpField.ACKNOWLEDGMENT_NUMBER, body.ack);
  bytes[start + TcpField.DATA_OFFSET] = (words << 4) | (ports.reserved ?? 0);
  bytes[start + TcpField.CONTROL_BITS] = octetOf(body.ctl);
  setWord(bytes, start + TcpField.WINDOW, body.wnd);
  setWord(bytes, start + TcpField.URGENT_POINTER, body.up);
  writeOptions(bytes, start + TCP_HEADER_MIN, body.options);
  if (body.data.length > 0) bytes.set(body.data, bytes.length - body.data.length);
  follow('MUST-2');
  setWord(bytes, start + TcpField.CHECKSUM, checksum(bytes, pseudoHeader, start));
}

/**
 * The segment as octets, with its checksum. `pseudoHeader` gives the sum of that header for the
 * segment's length. Throws RangeError if the options take more than 40 octets.
 */
export function serializeTcp(
  packet: TcpPacket,
  pseudoHeader: (length: number) => number,
): Uint8Array {
  const { sourcePort: source, destinationPort: destination, reserved } = packet;
  const bytes = new Uint8Array(tcpLength(packet));
  const ports = { source, destination, reserved };
  writeTcp(bytes, 0, packet, ports, pseudoHeader(bytes.length));
  return bytes;
}

/** Is the checksum of the segment right, over the sum of its pseudo-header (MUST-3)? */
export function isTcpChecksumRight(bytes: Uint8Array, pseudoHeader: number): boolean {
  return isChecksumRight(bytes, pseudoHeader);
}
