import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ctl } from '#tcp';
import { join } from '../bytes.ts';
import { anySegment } from '../segment-fixtures.ts';
import { segmentFromDatagram, segmentToDatagram } from '../segment.ts';
import { readBits, writeBits } from '../bits.ts';
import { checksumsOf } from './checks.ts';
import { fieldsOf } from './fields.ts';
import type { FieldMap, Link } from './map.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 500) };

const ETHERNET = Uint8Array.of(...[0, 0, 0x5e, 0, 0x53, 2], ...[0, 0, 0x5e, 0, 0x53, 1]);
const frame = (datagram: Uint8Array) =>
  join(ETHERNET, Uint8Array.from((datagram[0] ?? 0) >> 4 === 4 ? [8, 0] : [0x86, 0xdd]), datagram);

/** A map is whole if the fields lie one behind the other, from the first bit to the last. */
function expectWhole({ fields, layers }: FieldMap, octets: Uint8Array): void {
  let at = 0;
  for (const { bit, bits } of fields) {
    expect(bit).toBe(at);
    expect(bits).toBeGreaterThan(0);
    at += bits;
  }
  expect(at).toBe(octets.length * 8);
  for (const { start, body, end } of layers) {
    expect([start <= body, body <= end, end <= octets.length]).toEqual([true, true, true]);
  }
}

describe('the fields of octets', () => {
  it('cover each bit of any segment exactly once, and hold what was written', () => {
    fc.assert(
      fc.property(anySegment, (seg) => {
        const octets = frame(segmentToDatagram(seg));
        const map = fieldsOf(octets, 'ethernet');
        expectWhole(map, octets);
        expect(map.problems).toEqual([]);
        const value = (name: string) => {
          const field = map.fields.find((each) => each.name === name);
          return field && readBits(octets, field.bit, field.bits);
        };
        expect([value('tcp.seq'), value('tcp.ack')]).toEqual([seg.seq, seg.ack]);
        expect([value('tcp.window'), value('tcp.urgent')]).toEqual([seg.wnd, seg.up]);
        expect(value('tcp.sourcePort')).toBe(seg.src.port);
        expect([value('tcp.SYN'), value('tcp.CWR')]).toEqual([
          Number(seg.ctl.syn),
          Number(seg.ctl.cwr),
        ]);
        expect(value('tcp.mss')).toBe(seg.options.mss);
        expect(value('tcp.wscale')).toBe(seg.options.wscale);
        expect(value('tcp.tsVal')).toBe(seg.options.ts?.val);
        const blocks = map.fields.filter(({ name }) => name === 'tcp.sackLeft');
        expect(blocks.map(({ bit, bits }) => readBits(octets, bit, bits))).toEqual(
          seg.options.sack?.map(({ left }) => left) ?? [],
        );
      }),
      runs,
    );
  });

  it('cover hostile octets too; a problem stands where the decoder finds one, and only there', () => {
    const head = fc.constantFrom([], [0x45], [0x46], [0x4f], [0x60], [0x45, 0, 0, 40], [0x00]);
    const any = fc
      .tuple(head, fc.uint8Array({ maxLength: 120 }))
      .map(([start, rest]) => Uint8Array.from([...start, ...rest]));
    const bent = fc
      .tuple(anySegment, fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 3 }), fc.nat(90))
      .map(([seg, changes, cut]) => {
        const octets = segmentToDatagram(seg);
        for (const [at, octet] of changes) if (at < octets.length) octets[at] = octet;
        return cut < octets.length && cut % 3 === 0 ? octets.slice(0, cut) : octets;
      });
    fc.assert(
      fc.property(fc.oneof(any, bent), fc.constantFrom<Link>('ip', 'ethernet'), (octets, link) => {
        const map = fieldsOf(octets, link);
        expectWhole(map, octets);
        if (link === 'ethernet') return;
        const wrong = map.problems.filter(({ kind }) => kind !== 'ip-cut');
        expect(segmentFromDatagram(octets).ok).toBe(wrong.length === 0);
        for (const { at } of map.problems) expect(at).toBeLessThanOrEqual(octets.length);
      }),
      runs,
    );
  });

  it('know tags, padding, extension headers and what follows the end of a packet', () => {
    const seg = {
      ...SYN,
      src: { address: 'fe80::1', port: 1 },
      dst: { address: 'fe80::2', port: 2 },
    };
    const six = segmentToDatagram(seg);
    const extended = join(six.slice(0, 40), Uint8Array.of(6, 0, 1, 4, 0, 0, 0, 0), six.slice(40));
    extended[6] = 60;
    extended[5] = (extended[5] ?? 0) + 8;
    const tagged = join(ETHERNET, Uint8Array.of(0x81, 0, 0x20, 7, 0x86, 0xdd), extended);
    const padded = join(tagged, new Uint8Array(5));
    const map = fieldsOf(padded, 'ethernet');
    expectWhole(map, padded);
    expect(map.problems).toEqual([]);
    const names = map.fields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['ethernet.vlan', 'ipv6.extension', 'tcp.seq']));
    expect(names.at(-1)).toBe('ethernet.padding');
    expect(fieldsOf(join(six, new Uint8Array(2)), 'ip').fields.at(-1)?.name).toBe('data.after');
  });

  it('say so where a frame’s type and the packet’s version do not agree', () => {
    const octets = frame(segmentToDatagram(SYN));
    octets.set([0x86, 0xdd], 12);
    const { problems, layers } = fieldsOf(octets, 'ethernet');
    expect(problems).toMatchObject([{ kind: 'type-version', at: 12, values: { version: 4 } }]);
    expect(layers.map(({ layer }) => layer)).toContain('tcp');
  });

  it.each([
    ['an option that says it is 0 octets long', [2, 0, 5, 180], 'option-length', 41],
    ['an option that runs past the header', [1, 1, 2, 4], 'option-long', 43],
    ['an option with no room for a length', [1, 1, 1, 3], 'option-no-length', 43],
  ])('say what is wrong with %s', (_what, options, kind, at) => {
    const octets = segmentToDatagram({ ...SYN, options: { mss: 1460 } });
    octets.set(options, 40);
    expect(fieldsOf(octets, 'ip').problems).toContainEqual(expect.objectContaining({ kind, at }));
  });

  it('name options that nobody knows, and known ones of another length', () => {
    const octets = segmentToDatagram({ ...SYN, options: { ts: { val: 1, ecr: 2 } } });
    octets.set([254, 4, 9, 9, 2, 3, 7, 3, 3, 14, 0, 0], 40);
    const { fields } = fieldsOf(octets, 'ip');
    const kinds = fields.filter(({ name }) => name === 'tcp.kind').map(({ option }) => option);
    expect(kinds).toEqual(['unknown', 'unknown', 'wscale', 'eol']);
    expect(fields.filter(({ name }) => name === 'tcp.optionPadding')).toHaveLength(1);
  });
});

describe('checksums', () => {
  it('are found right as they are written, and wrong after any bit of what they cover turned', () => {
    fc.assert(
      fc.property(anySegment, fc.nat(), (seg, n) => {
        const octets = segmentToDatagram(seg);
        const { layers } = fieldsOf(octets, 'ip');
        const checks = checksumsOf(octets, layers);
        expect(checks.map(({ isRight }) => isRight)).not.toContain(false);
        expect(checks.map(({ of }) => of)).toContain('tcp');
        const start = layers.find(({ layer }) => layer === 'tcp')?.start ?? 0;
        // Neither the data offset nor the checksum itself: those change what is covered.
        const at = start + (n % 12);
        octets[at] = (octets[at] ?? 0) ^ (1 << (n % 8));
        const tcp = checksumsOf(octets, layers).find(({ of }) => of === 'tcp');
        expect(tcp?.isRight).toBe(false);
        octets.set([(tcp?.wanted ?? 0) >> 8, (tcp?.wanted ?? 0) & 0xff], tcp?.at ?? 0);
        expect(segmentFromDatagram(octets).ok).toBe(true);
      }),
      runs,
    );
  });
});

describe('bits', () => {
  it('come back as they were written, and leave the others alone', () => {
    const place = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 48 }));
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), place, fc.nat(), (o, p, n) => {
        const [from, count] = p;
        const octets = o.slice();
        const value = n % 2 ** count;
        writeBits(octets, from, count, value);
        expect(readBits(octets, from, count)).toBe(value);
        writeBits(octets, from, count, readBits(o, from, count));
        expect(octets).toEqual(o);
      }),
      runs,
    );
  });
});

const SYN = {
  src: { address: '10.77.0.1', port: 40_001 },
  dst: { address: '10.77.0.2', port: 8001 },
  ...{ seq: 100, ack: 0, ctl: ctl({ syn: true }), wnd: 64_240, up: 0 },
  data: new Uint8Array(0),
  options: {},
};
