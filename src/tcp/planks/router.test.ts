import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChecksumRight } from '../checksum.ts';
import { datagramOf, unsoundness } from '../ipv4.ts';
import { forward } from './router.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 500) };
const ROUTER = ['10.0.0.254', '10.9.0.254'];
const TCP = Array.from({ length: 20 }, (_, i) => 200 + i);

describe('forward', () => {
  it('lowers the TTL by one and keeps the checksum of the header right, TCP untouched', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 255 }),
        fc.uint8Array({ minLength: 4, maxLength: 4 }),
        fc.constantFrom([], [7, 4, 4, 0], [1, 1, 1, 1, 1, 1, 1, 1]),
        (ttl, source, options) => {
          const before = datagramOf({ ttl, source: [...source], options });
          const kept = before.slice();
          const result = forward(before, ROUTER);
          expect(before).toEqual(kept);
          if (result.type !== 'forward') throw new Error(result.type);
          const after = result.datagram;
          const header = 20 + options.length;
          expect(isChecksumRight(after, 0, 0, header)).toBe(true);
          after.set([ttl, after[9] ?? 0, ...before.subarray(10, 12)], 8);
          expect(after).toEqual(before);
        },
      ),
      runs,
    );
  });

  it.each([0, 1])('reports a TTL of %i, and quotes the header and 8 octets', (ttl) => {
    const before = datagramOf({ ttl, options: [7, 4, 4, 0] });
    expect(forward(before, ROUTER)).toEqual({
      type: 'time exceeded',
      quote: before.slice(0, 24 + 8),
    });
  });

  it('keeps what is addressed to itself, whatever its TTL', () => {
    const before = datagramOf({ ttl: 1, destination: [10, 9, 0, 254] });
    expect(forward(before, ROUTER)).toEqual({ type: 'deliver' });
  });

  it.each([3, 4, 5, 11, 12])('is silent about an ICMP error (type %i)', (type) => {
    const before = datagramOf({ ttl: 1, protocol: 1, payload: [type, ...TCP] });
    expect(forward(before, ROUTER).type).toBe('drop');
  });

  it('reports an echo request like anything else', () => {
    const before = datagramOf({ ttl: 1, protocol: 1, payload: [8, ...TCP] });
    expect(forward(before, ROUTER).type).toBe('time exceeded');
  });

  it('is silent about later fragments, and about sources that are no single host', () => {
    expect(forward(datagramOf({ ttl: 1, fragment: 1 }), ROUTER).type).toBe('drop');
    for (const source of [
      [0, 0, 0, 0],
      [127, 0, 0, 1],
      [224, 0, 0, 1],
      [255, 255, 255, 255],
    ]) {
      expect(forward(datagramOf({ ttl: 1, source }), ROUTER).type).toBe('drop');
    }
  });
});

describe('a sound header', () => {
  it('has no flipped bit', () => {
    expect(unsoundness(datagramOf({ ttl: 9 }))).toBeNull();
    for (let bit = 0; bit < 20 * 8; bit++) {
      const broken = datagramOf({ ttl: 9 });
      broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect([bit, unsoundness(broken)]).toEqual([bit, expect.any(String)]);
    }
  });

  it('is told from any octets, and what has one gets an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.boolean(), (bytes, four) => {
        if (four && bytes.length > 0) bytes[0] = 0x45;
        if (unsoundness(bytes) !== null) return;
        expect(['forward', 'deliver', 'time exceeded', 'drop']).toContain(
          forward(bytes, ROUTER).type,
        );
      }),
      runs,
    );
  });
});
