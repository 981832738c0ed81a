import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ctl } from '../ctl.ts';
import { parseSegment } from './header.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 500) };

/** A header of 20 octets, and `options` behind them, which take whole words. */
function header(options: readonly number[], data: readonly number[] = []): Uint8Array {
  const words = 5 + options.length / 4;
  return Uint8Array.of(
    ...[0x9c, 0x41, 0x1f, 0x41],
    ...[0xff, 0xff, 0xff, 0xfe],
    ...[0x80, 0x00, 0x00, 0x01],
    ...[words << 4, 0xd2, 0x01, 0x02, 0, 0, 0, 9],
    ...options,
    ...data,
  );
}

describe('parseSegment', () => {
  it('reads each field, unsigned and in network byte order', () => {
    expect(parseSegment(header([], [7, 8]))).toEqual({
      ok: true,
      value: {
        ...{ sourcePort: 40_001, destinationPort: 8001, seq: 0xffff_fffe, ack: 0x8000_0001 },
        ...{ reserved: 0, wnd: 258, up: 9, options: {}, data: Uint8Array.of(7, 8) },
        ctl: ctl({ cwr: true, ece: true, ack: true, syn: true }),
      },
    });
  });

  it('reads octets that lie in the middle of others', () => {
    const bytes = Uint8Array.of(1, 2, 3, ...header([], [5]), 4);
    const { length } = header([], [5]);
    expect(parseSegment(bytes.subarray(3, 3 + length))).toEqual(parseSegment(header([], [5])));
  });

  it.each([
    ['MSS', [2, 4, 5, 180], { mss: 1460 }],
    ['window scale after padding', [1, 3, 3, 14], { wscale: 14 }],
    ['SACK permitted, then the end of the list', [4, 2, 0, 9], { sackPermitted: true }],
    ['timestamps', [1, 1, 8, 10, 255, 0, 0, 0, 0, 0, 0, 1], { ts: { val: 0xff00_0000, ecr: 1 } }],
    [
      'SACK',
      [1, 1, 5, 10, 0, 0, 0, 1, 255, 255, 255, 255],
      { sack: [{ left: 1, right: 0xffff_ffff }] },
    ],
    [
      'one of a kind that we do not know, and MSS behind it',
      [254, 4, 9, 9, 2, 4, 5, 180],
      { mss: 1460 },
    ],
    ['an MSS of another length, which is none', [2, 3, 5, 0], {}],
    ['the end of the list, and what looks like MSS behind it', [0, 0, 0, 0, 2, 4, 5, 180], {}],
    ['the last of two of a kind', [2, 4, 0, 1, 2, 4, 0, 2], { mss: 2 }],
  ])('reads %s', (_what, options, expected) => {
    expect(parseSegment(header(options))).toMatchObject({ ok: true, value: { options: expected } });
  });

  it.each([
    ['a length of 0', [2, 0, 5, 180], 'option 2 says that it is 0 octets long', 21],
    ['a length of 1', [8, 1, 0, 0], 'option 8 says that it is 1 octets long', 21],
    ['a length past the header', [1, 1, 2, 4], 'option 2 of 4 octets runs past the header', 23],
    ['no room for a length', [1, 1, 1, 3], 'option 3 has no length field', 23],
  ])('refuses an option with %s (MUST-7)', (_what, options, what, at) => {
    expect(parseSegment(header(options, [1, 2, 3, 4]))).toEqual({
      ok: false,
      error: { what, at, rule: 'MUST-7' },
    });
  });

  it('refuses a data offset that cannot be right', () => {
    const short = header([]);
    short[12] = 0x40;
    expect(parseSegment(short)).toMatchObject({ ok: false, error: { at: 12 } });
    const long = header([]);
    long[12] = 0x60;
    expect(parseSegment(long)).toMatchObject({ ok: false, error: { at: 12 } });
    expect(parseSegment(header([]).subarray(0, 19))).toMatchObject({ ok: false });
  });

  it('gives a result, whatever the octets', () => {
    const options = fc.uint8Array({ minLength: 40, maxLength: 40 });
    const any = fc.uint8Array({ maxLength: 80 });
    fc.assert(
      fc.property(
        fc.oneof(
          any,
          options.map((octets) => header([...octets])),
        ),
        (bytes) => {
          const result = parseSegment(bytes);
          if (result.ok) expect(result.value.seq).toBeGreaterThanOrEqual(0);
          else expect(result.error.at).toBeLessThanOrEqual(bytes.length);
        },
      ),
      runs,
    );
  });
});
