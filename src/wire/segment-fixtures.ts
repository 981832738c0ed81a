import fc from 'fast-check';
import type { Options, Segment } from '#tcp';
import { formatAddress } from './address.ts';

/* Segments for property tests: whatever can be written on the wire. */

const u16 = fc.integer({ min: 0, max: 0xffff });
const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
const bit = fc.boolean();
const address = (octets: number) =>
  fc.uint8Array({ minLength: octets, maxLength: octets }).map(formatAddress);

/** All options that one header has room for together: two blocks of SACK beside the rest. */
const options: fc.Arbitrary<Options> = fc.record(
  {
    mss: u16,
    wscale: fc.integer({ min: 0, max: 255 }),
    sackPermitted: fc.constant(true),
    ts: fc.record({ val: u32, ecr: u32 }),
    sack: fc.array(fc.record({ left: u32, right: u32 }), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
);

/** Any segment over IPv4 or IPv6, sensible or not. */
export const anySegment: fc.Arbitrary<Segment> = fc
  .oneof(fc.tuple(address(4), address(4)), fc.tuple(address(16), address(16)))
  .chain(([from, to]) =>
    fc.record({
      src: fc.record({ address: fc.constant(from), port: u16 }),
      dst: fc.record({ address: fc.constant(to), port: u16 }),
      ...{ seq: u32, ack: u32, wnd: u16, up: u16, options },
      ctl: fc.record({
        ...{ cwr: bit, ece: bit, urg: bit, ack: bit },
        ...{ psh: bit, rst: bit, syn: bit, fin: bit },
      }),
      data: fc.uint8Array({ maxLength: 80 }),
    }),
  );
