import type { TableCase } from '#judge/suite.ts';
import { datagramOf } from '#tcp/ipv4.ts';

const OWN = ['10.0.0.254', '10.9.0.254'];

/** A timestamp option is not what matters: these headers are longer than 20 octets. */
const OPTIONS = [7, 7, 4, 0, 0, 0, 0, 0];

const icmp = (type: number) => datagramOf({ ttl: 1, protocol: 1, payload: [type, 0, 1, 2, 3] });
const from = (...source: readonly number[]) => datagramOf({ ttl: 1, source });

export default [
  {
    id: 'arrived-with-its-last-hop',
    rfc: 'RFC 1812, 5.3.1',
    call: 'forward',
    args: [
      [datagramOf({ ttl: 1, destination: [10, 0, 0, 254] }), OWN],
      [datagramOf({ ttl: 0, destination: [10, 0, 0, 254] }), OWN],
    ],
  },
  {
    id: 'all-of-its-addresses',
    rfc: 'RFC 1812, 5.3.1',
    call: 'forward',
    args: [
      [datagramOf({ ttl: 9, destination: [10, 9, 0, 254] }), OWN],
      [datagramOf({ ttl: 9, destination: [10, 9, 0, 254] }), ['10.0.0.254']],
      [datagramOf({ ttl: 9, destination: [10, 9, 0, 254] }), []],
      [datagramOf({ ttl: 9, destination: [10, 9, 0, 25] }), OWN],
    ],
  },
  {
    id: 'not-by-its-source',
    rfc: 'RFC 1812, 5.3.1',
    call: 'forward',
    args: [[datagramOf({ ttl: 9, source: [10, 0, 0, 254] }), OWN]],
  },
  {
    id: 'nothing-left',
    rfc: 'RFC 1812, 5.3.1',
    call: 'forward',
    args: [[datagramOf({ ttl: 0 }), OWN]],
  },
  {
    id: 'a-carry-in-the-checksum',
    rfc: 'RFC 1624, 3',
    call: 'forward',
    // The checksums on arrival: ff2f, fefe, ff00 and 0000.
    args: [10_133, 10_182, 10_180, 9_925].map((id) => [datagramOf({ ttl: 64, id }), OWN] as const),
  },
  {
    id: 'a-header-with-options',
    rfc: 'RFC 791, 3.1',
    call: 'forward',
    args: [
      [datagramOf({ ttl: 64, options: OPTIONS }), OWN],
      [datagramOf({ ttl: 64, options: Array.from({ length: 40 }, () => 1) }), OWN],
    ],
  },
  {
    id: 'the-quote-of-a-long-header',
    rfc: 'RFC 1812, 4.3.2.3',
    call: 'forward',
    args: [[datagramOf({ ttl: 1, options: OPTIONS }), OWN]],
  },
  {
    id: 'a-short-payload',
    rfc: 'RFC 1812, 4.3.2.3',
    call: 'forward',
    args: [
      [datagramOf({ ttl: 1, protocol: 17, payload: [1, 2, 3, 4] }), OWN],
      [datagramOf({ ttl: 1, protocol: 17, payload: [] }), OWN],
    ],
    why: 'there is not always as much to quote; it tells who counts from the end',
  },
  {
    id: 'no-error-about-an-error',
    rfc: 'RFC 1812, 4.3.2.7',
    call: 'forward',
    args: [3, 4, 5, 11, 12].map((type) => [icmp(type), OWN] as const),
  },
  {
    id: 'a-ping-is-no-error',
    rfc: 'RFC 1812, 4.3.2.7',
    call: 'forward',
    args: [8, 0, 9, 10, 13].map((type) => [icmp(type), OWN] as const),
  },
  {
    id: 'an-error-goes-on',
    rfc: 'RFC 1812, 5.3.1',
    call: 'forward',
    args: [[datagramOf({ ttl: 9, protocol: 1, payload: [11, 0, 1, 2] }), OWN]],
  },
  {
    id: 'an-error-behind-options',
    rfc: 'RFC 791, 3.1',
    call: 'forward',
    args: [
      [datagramOf({ ttl: 1, protocol: 1, options: OPTIONS, payload: [11, 0, 1, 2] }), OWN],
      [datagramOf({ ttl: 1, protocol: 1, options: [11, 4, 0, 0], payload: [8, 0, 1, 2] }), OWN],
    ],
  },
  {
    id: 'only-icmp-has-a-type',
    rfc: 'RFC 1812, 4.3.2.7',
    call: 'forward',
    args: [
      [datagramOf({ ttl: 1, protocol: 17, payload: [11, 0, 1, 2] }), OWN],
      [datagramOf({ ttl: 1, payload: [3, 0, 1, 2, 3, 4, 5, 6] }), OWN],
    ],
  },
  {
    id: 'not-about-a-later-fragment',
    rfc: 'RFC 1812, 4.3.2.7',
    call: 'forward',
    args: [0x0001, 0x00b9, 0x2001, 0x1fff, 0x0100, 0x1000].map(
      (fragment) => [datagramOf({ ttl: 1, fragment }), OWN] as const,
    ),
  },
  {
    id: 'about-the-first-fragment',
    rfc: 'RFC 1812, 4.3.2.7',
    call: 'forward',
    args: [0x2000, 0x4000, 0].map((fragment) => [datagramOf({ ttl: 1, fragment }), OWN] as const),
  },
  {
    id: 'fragments-go-on',
    rfc: 'RFC 1812, 5.3.1',
    call: 'forward',
    args: [0x2000, 0x00b9].map((fragment) => [datagramOf({ ttl: 9, fragment }), OWN] as const),
  },
  {
    id: 'not-to-a-source-that-is-no-host',
    rfc: 'RFC 1812, 4.3.2.7',
    call: 'forward',
    args: [
      [from(0, 0, 0, 0), OWN],
      [from(0, 0, 0, 9), OWN],
      [from(127, 0, 0, 1), OWN],
      [from(127, 200, 0, 9), OWN],
      [from(224, 0, 0, 5), OWN],
      [from(240, 0, 0, 1), OWN],
      [from(255, 255, 255, 255), OWN],
    ],
  },
  {
    id: 'to-any-host',
    rfc: 'RFC 1812, 4.3.2.7',
    call: 'forward',
    args: [
      [from(1, 0, 0, 1), OWN],
      [from(126, 255, 255, 254), OWN],
      [from(128, 0, 0, 1), OWN],
      [from(192, 168, 0, 255), OWN],
      [from(223, 255, 255, 254), OWN],
    ],
  },
] satisfies readonly TableCase[];
