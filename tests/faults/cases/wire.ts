import { checksum, isChecksumRight } from '#tcp/checksum.ts';
import type { Case } from './case.ts';

/** A header: ports 80 and 50000, numbers above 2^31, all eight flags, window 0x1234, 3 octets of text. */
const header = (options: readonly number[] = []): Uint8Array =>
  Uint8Array.of(
    ...[0, 80, 0xc3, 0x50, 0xff, 0xff, 0xff, 0xfe, 0x80, 0, 0, 0],
    ...[((20 + options.length) / 4) << 4, 0xff, 0x12, 0x34, 0, 0, 0, 0],
    ...options,
    ...[1, 2, 3],
  );

const ROUTER = ['10.0.0.254'];
const TCP = [0, 80, 0xc3, 0x50, 0, 0, 0, 1, 0, 0, 0, 0, 0x50, 2, 0, 0, 0xab, 0xcd, 0, 0];
/** Time exceeded. */
const ICMP_ERROR = [11, 0, 0, 0, 0, 0, 0, 0];

function datagram(ttl: number, to = [10, 9, 0, 2], protocol = 6, payload = TCP): Uint8Array {
  const bytes = Uint8Array.of(
    ...[0x45, 0, 0, 20 + payload.length, 0, 7, 0x40, 0, ttl, protocol, 0, 0],
    ...[10, 0, 0, 1, ...to, ...payload],
  );
  const sum = checksum(bytes, 0, 0, 20);
  bytes.set([sum >> 8, sum & 0xff], 10);
  return bytes;
}

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((octet, i) => octet === b[i]);

export const wireCases: readonly Case[] = [
  {
    name: 'a header is read as it was written',
    holds({ functions: { parseSegment } }) {
      const read = parseSegment(header());
      if (!read.ok) return false;
      const { seq, ack, wnd, ctl, data } = read.value;
      return (
        seq === 0xffff_fffe &&
        ack === 0x8000_0000 &&
        wnd === 0x1234 &&
        Object.values(ctl).every((bit) => bit) &&
        equal(data, Uint8Array.of(1, 2, 3))
      );
    },
  },
  {
    name: 'an unknown option is passed over',
    holds({ functions: { parseSegment } }) {
      const read = parseSegment(header([253, 4, 9, 9, 2, 4, 5, 0xb4]));
      return read.ok && read.value.options.mss === 1460;
    },
  },
  {
    name: 'an option of no length is an error',
    holds: ({ functions: { parseSegment } }) =>
      [0, 1].every((length) => !parseSegment(header([254, length, 1, 1])).ok),
  },
  {
    name: 'an option past the header is an error',
    holds: ({ functions: { parseSegment } }) => !parseSegment(header([2, 40, 1, 1])).ok,
  },
  {
    name: 'a datagram ends at TTL 1',
    holds({ functions: { forward } }) {
      const dying = datagram(1);
      const result = forward(dying, ROUTER);
      return result.type === 'time exceeded' && equal(result.quote, dying.slice(0, 28));
    },
  },
  {
    name: 'a datagram arrives with TTL 1',
    holds: ({ functions: { forward } }) =>
      forward(datagram(1, [10, 0, 0, 254]), ROUTER).type === 'deliver',
  },
  {
    name: 'one hop changes TTL and checksum only',
    holds({ functions: { forward } }) {
      const before = datagram(64);
      const result = forward(before, ROUTER);
      if (result.type !== 'forward' || !isChecksumRight(result.datagram, 0, 0, 20)) return false;
      return result.datagram.every(
        (octet, i) => i === 10 || i === 11 || octet === (i === 8 ? 63 : before[i]),
      );
    },
  },
  {
    name: 'no ICMP error is sent about an ICMP error',
    holds: ({ functions: { forward } }) =>
      forward(datagram(1, [10, 9, 0, 2], 1, ICMP_ERROR), ROUTER).type === 'drop',
  },
];
