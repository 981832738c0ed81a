import { nat, tuple } from 'fast-check';
import { datagramOf, type DatagramFields } from '#tcp';
import { at, flat } from '../flat.ts';
import type { Arguments } from './arguments.ts';

const TTLS: readonly number[] = [64, 1, 2, 1, 0, 3, 128, 255];

/** TCP, UDP, ICMP, IGMP. */
const PROTOCOLS: readonly number[] = [6, 1, 6, 1, 17, 1, 2];

const SOURCES: readonly (readonly number[])[] = flat<readonly number[]>([
  [[10, 0, 0, 1], 8],
  [[10, 0, 0, 254], 1],
  [[223, 255, 255, 254], 1],
  [[126, 0, 0, 1], 1],
  [[128, 0, 0, 1], 1],
  [[0, 0, 0, 0], 1],
  [[0, 0, 0, 9], 1],
  [[127, 0, 0, 1], 1],
  [[127, 200, 0, 9], 1],
  [[224, 0, 0, 5], 1],
  [[240, 0, 0, 1], 1],
  [[255, 255, 255, 255], 1],
]);

/** The router has these addresses, in turn; a datagram may be for one, or nearly. */
const OWN: readonly string[] = ['10.0.0.254', '10.9.0.254', '192.0.2.1'];
const DESTINATIONS: readonly (readonly number[])[] = flat<readonly number[]>([
  [[10, 9, 0, 2], 8],
  [[10, 0, 0, 254], 2],
  [[10, 9, 0, 254], 2],
  [[192, 0, 2, 1], 1],
  [[10, 9, 0, 25], 1],
  [[1, 0, 9, 254], 1],
]);

/** Flags and fragment offset. */
const FRAGMENTS: readonly number[] = flat<number>([
  [0x4000, 5],
  [0, 4],
  [0x2000, 2],
  [0x8000, 1],
  [0x00b9, 1],
  [0x2001, 1],
  [0x1fff, 1],
  [0x0100, 1],
  [0x1000, 1],
]);

const OPTIONS: readonly (readonly number[])[] = [
  ...[[], [], [], [7, 4, 4, 0], [1, 1, 1, 1, 1, 1, 1, 0]],
  Array.from({ length: 40 }, (_, i) => (i === 39 ? 0 : 1)),
];

const LENGTHS: readonly number[] = [20, 40, 8, 7, 9, 1, 0, 536];

/** What the first octet of the payload is: of ICMP it is the type. */
const FIRST: readonly number[] = [8, 0, 3, 4, 5, 11, 12, 9, 10, 13, 6];

/** RFC 1141's way to count gives the other zero here (RFC 1624 §3); both are right for who checks it. */
const OTHER_ZERO = [0xfe, 0xff];

/** `forward`: datagrams on their way, at their end, and of all kinds that nobody may report. */
export const passing: Arguments = {
  arbitrary: tuple(
    ...[nat(TTLS.length - 1), nat(PROTOCOLS.length - 1), nat(SOURCES.length - 1)],
    ...[nat(DESTINATIONS.length - 1), nat(FRAGMENTS.length - 1), nat(OPTIONS.length - 1)],
    ...[nat(LENGTHS.length - 1), nat(FIRST.length - 1), nat(0xffff), nat(OWN.length)],
  ),
  toArgs([ttl = 0, protocol = 0, source = 0, destination = 0, fragment = 0, ...others]) {
    const [options = 0, length = 0, first = 0, id = 0, own = 0] = others;
    const fields: DatagramFields = {
      ...{ ttl: at(TTLS, ttl), protocol: at(PROTOCOLS, protocol), source: at(SOURCES, source) },
      ...{ destination: at(DESTINATIONS, destination), fragment: at(FRAGMENTS, fragment) },
      service: id & 1 ? 0xb8 : 0,
      options: at(OPTIONS, options),
      payload: Array.from({ length: at(LENGTHS, length) }, (_, i) =>
        i === 0 ? at(FIRST, first) : (i * 37 + id) & 0xff,
      ),
    };
    const datagram = datagramOf({ ...fields, id });
    const isOther = OTHER_ZERO.every((octet, i) => datagram[10 + i] === octet);
    return [isOther ? datagramOf({ ...fields, id: (id + 1) & 0xffff }) : datagram, OWN.slice(own)];
  },
};
