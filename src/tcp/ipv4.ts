import { checksum, isChecksumRight } from './checksum.ts';
import { setWord, word } from './octets.ts';

const HEADER_MIN = 20;

/** The length of an IPv4 header, in octets: its first octet tells it in words of four. */
const headerLength = (datagram: Uint8Array): number => ((datagram[0] ?? 0) & 0x0f) * 4;

/**
 * Why a router drops a datagram before it looks at anything else in it: it has no sound IPv4 header
 * (RFC 1812 §5.2.2). `null` if it has one.
 */
export function unsoundness(datagram: Uint8Array): string | null {
  const header = headerLength(datagram);
  if ((datagram[0] ?? 0) >> 4 !== 4) return 'it is no IPv4 datagram';
  if (header < HEADER_MIN || header > datagram.length) return 'its IPv4 header is not whole';
  if (word(datagram, 2) < header || word(datagram, 2) > datagram.length) {
    return 'its total length cannot be right';
  }
  if (!isChecksumRight(datagram, 0, 0, header)) return 'the checksum of its IPv4 header is wrong';
  return null;
}

/** What a datagram is made of, for who needs an example of one. Octets as numbers. */
export interface DatagramFields {
  readonly ttl: number;
  /** TCP, unless given: 6. */
  readonly protocol?: number;
  readonly source?: readonly number[];
  readonly destination?: readonly number[];
  /** DSCP and ECN: 0, unless given. */
  readonly service?: number;
  /** The identification: 7, unless given. */
  readonly id?: number;
  /** Flags and fragment offset, 16 bits: 0x4000, “don’t fragment”, unless given. */
  readonly fragment?: number;
  /** A multiple of four octets, at most 40. */
  readonly options?: readonly number[];
  readonly payload?: readonly number[];
}

/** A datagram with a sound header (RFC 791 §3.1). */
export function datagramOf({
  ttl,
  protocol = 6,
  source = [10, 0, 0, 1],
  destination = [10, 9, 0, 2],
  service = 0,
  id = 7,
  fragment = 0x4000,
  options = [],
  payload = Array.from({ length: 20 }, (_, i) => 200 + i),
}: DatagramFields): Uint8Array {
  const header = HEADER_MIN + options.length;
  const datagram = Uint8Array.of(
    ...[0x40 | (header / 4), service, 0, 0, 0, 0, 0, 0, ttl, protocol, 0, 0],
    ...[...source, ...destination, ...options, ...payload],
  );
  setWord(datagram, 2, datagram.length);
  setWord(datagram, 4, id);
  setWord(datagram, 6, fragment);
  setWord(datagram, 10, checksum(datagram, 0, 0, header));
  return datagram;
}
