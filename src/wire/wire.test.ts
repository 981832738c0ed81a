import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ctl, NO_DATA, type Options, type Segment } from '#tcp';
import { formatAddress, knownAddress, parseAddress } from './address.ts';
import { checksum, isChecksumRight, updateChecksum } from './checksum.ts';
import { isIcmpChecksumRight, parseIcmp, serializeIcmp } from './icmp.ts';
import { isIpv4ChecksumRight, parseIp, serializeIp } from './ip.ts';
import { anySegment } from './segment-fixtures.ts';
import { segmentFromDatagram, segmentToDatagram } from './segment.ts';
import { parseTcp, serializeTcp, type TcpPacket } from './tcp.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 500) };
const u16 = fc.integer({ min: 0, max: 0xffff });
const octets = fc.uint8Array({ maxLength: 80 });
const ipv4 = fc.uint8Array({ minLength: 4, maxLength: 4 }).map(formatAddress);
const ipv6 = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(formatAddress);

/** A SYN from 10.77.0.1:40001 to 10.77.0.2:8001, field by field; sums worked out apart from this code. */
const SYN = Uint8Array.from([
  ...[0x45, 0x00, 0x00, 0x2c], // version 4, header of 5 words; total length 44
  ...[0x00, 0x07, 0x40, 0x00], // identification 7; do not fragment
  ...[0x40, 0x06, 0x26, 0x29], // TTL 64, TCP, header checksum
  ...[10, 77, 0, 1],
  ...[10, 77, 0, 2],
  ...[0x9c, 0x41, 0x1f, 0x41], // ports 40001 and 8001
  ...[0x00, 0x00, 0x00, 0x64], // sequence number 100
  ...[0x00, 0x00, 0x00, 0x00], // acknowledgment number
  ...[0x60, 0x02, 0xfa, 0xf0], // 6 words, SYN, window 64240
  ...[0xcc, 0xb2, 0x00, 0x00], // checksum, urgent pointer
  ...[0x02, 0x04, 0x05, 0xb4], // MSS 1460
]);

describe('a datagram on the wire', () => {
  it('has each field in its place', () => {
    const seg: Segment = {
      src: { address: '10.77.0.1', port: 40_001 },
      dst: { address: '10.77.0.2', port: 8001 },
      seq: 100,
      ack: 0,
      ctl: ctl({ syn: true }),
      wnd: 64_240,
      up: 0,
      data: new Uint8Array(0),
      options: { mss: 1460 },
    };
    expect([...segmentToDatagram(seg, { id: 7 })]).toEqual([...SYN]);
    expect(segmentFromDatagram(SYN)).toEqual({ ok: true, value: seg });
  });

  it('gives back the segment that was written, over IPv4 and IPv6', () => {
    fc.assert(
      fc.property(anySegment, (seg) => {
        expect(segmentFromDatagram(segmentToDatagram(seg))).toEqual({ ok: true, value: seg });
      }),
      runs,
    );
  });

  it('does not survive a flipped bit: a checksum tells', () => {
    for (let bit = 0; bit < SYN.length * 8; bit++) {
      const broken = SYN.slice();
      broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect([bit, segmentFromDatagram(broken).ok]).toEqual([bit, false]);
    }
  });

  it('is refused, not crashed on, whatever the bytes', () => {
    const version = fc.constantFrom(0x45, 0x4f, 0x60, 0x46, 0x00);
    const garbage = fc.tuple(version, octets).map(([head, rest]) => Uint8Array.of(head, ...rest));
    fc.assert(
      fc.property(fc.oneof(octets, garbage), (bytes) => {
        for (const result of [
          parseIp(bytes),
          parseTcp(bytes),
          parseIcmp(bytes, 4),
          segmentFromDatagram(bytes),
        ]) {
          if (result.ok) continue;
          expect(result.error.what).not.toBe('');
          expect(result.error.at).toBeLessThanOrEqual(Math.max(bytes.length, 40));
        }
      }),
      runs,
    );
  });
});

describe('a TCP header', () => {
  const packet: TcpPacket = {
    ...{ sourcePort: 1, destinationPort: 2, seq: 3, ack: 4, reserved: 0b1010 },
    ...{ ctl: ctl({ syn: true, cwr: true }), wnd: 5, up: 6, data: NO_DATA, options: {} },
  };
  const written = (some: Options) => serializeTcp({ ...packet, options: some }, () => 0);

  it('comes back as it was written, reserved bits included', () => {
    fc.assert(
      fc.property(anySegment, fc.integer({ min: 0, max: 15 }), (seg, reserved) => {
        const { src: _src, dst: _dst, ...body } = seg;
        const whole = { ...packet, ...body, reserved };
        expect(parseTcp(serializeTcp(whole, () => 0))).toEqual({ ok: true, value: whole });
      }),
      runs,
    );
  });

  it('has its options at whole words, and nothing behind them', () => {
    const all = { mss: 1460, sackPermitted: true, ts: { val: 1, ecr: 2 }, wscale: 7 };
    expect([...written(all).subarray(20)]).toEqual([
      ...[2, 4, 5, 180],
      ...[4, 2, 8, 10, 0, 0, 0, 1, 0, 0, 0, 2],
      ...[1, 3, 3, 7],
    ]);
    expect([...written({ sackPermitted: true }).subarray(20)]).toEqual([1, 1, 4, 2]);
    expect([...written({ sack: [{ left: 1, right: 0xffff_ffff }] }).subarray(20)]).toEqual([
      ...[1, 1, 5, 10, 0, 0, 0, 1, 255, 255, 255, 255],
    ]);
  });

  it('has no room for options of more than 40 octets', () => {
    const block = { left: 1, right: 2 };
    const tooMuch = { ts: { val: 1, ecr: 2 }, sack: [block, block, block, block] };
    expect(() => written(tooMuch)).toThrow(RangeError);
  });
});

describe('checksums', () => {
  it('are right as written and can be updated word by word', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 60 }), u16, (bytes, word) => {
        const even = bytes.slice(0, bytes.length & ~1);
        even.set([0, 0]);
        even[4] = 0x45; // octets that are all zero have two right checksums; no header is that
        const view = new DataView(even.buffer);
        view.setUint16(0, checksum(even));
        expect(isChecksumRight(even)).toBe(true);
        const before = view.getUint16(2);
        view.setUint16(2, word);
        view.setUint16(0, updateChecksum(view.getUint16(0), before, word));
        expect(isChecksumRight(even)).toBe(true);
      }),
      runs,
    );
  });

  it('of IPv4 cover the header alone', () => {
    const payload = Uint8Array.of(1, 2, 3);
    const bytes = serializeIp({ source: '1.2.3.4', destination: '5.6.7.8', protocol: 17, payload });
    expect(isIpv4ChecksumRight(bytes)).toBe(true);
    bytes[bytes.length - 1] = 9;
    expect(isIpv4ChecksumRight(bytes)).toBe(true);
    bytes[8] = 63;
    expect(isIpv4ChecksumRight(bytes)).toBe(false);
  });

  it.each([4, 6] as const)('of ICMP for IPv%i are right', (version) => {
    const [source, destination] = version === 4 ? ['10.0.0.1', '10.0.0.2'] : ['fe80::1', 'fe80::2'];
    const from = { version, source: source ?? '', destination: destination ?? '' };
    const bytes = serializeIcmp(
      { type: version === 4 ? 11 : 3, code: 0, rest: 0, body: SYN },
      from,
    );
    expect(isIcmpChecksumRight(bytes, from)).toBe(true);
    expect(parseIcmp(bytes, version)).toMatchObject({
      value: { kind: 'time-exceeded', body: SYN },
    });
  });
});

describe('addresses', () => {
  it.each([
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::', '::'],
    ['::1', '::1'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
    ['2001:DB8::0:1', '2001:db8::1'],
    ['10.77.0.1', '10.77.0.1'],
  ])('%s is spelled %s', (text, spelled) => {
    expect(formatAddress(parseAddress(text) ?? new Uint8Array())).toBe(spelled);
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.256',
    '01.2.3.4',
    ':',
    ':::',
    '1::2::3',
    '1:2:3',
    'g::',
    '1:2:3:4:5:6:7:8:9',
  ])('"%s" is none', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  it('are remembered with their sum, and none is invented', () => {
    expect(knownAddress('10.77.0.1')).toEqual({ octets: Uint8Array.of(10, 77, 0, 1), sum: 2638 });
    expect(knownAddress('10.77.0.1')).toBe(knownAddress('10.77.0.1'));
    expect(knownAddress('10.77.0')).toBeNull();
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.oneof(ipv4, ipv6), (text) => {
        expect(formatAddress(parseAddress(text) ?? new Uint8Array())).toBe(text);
      }),
      runs,
    );
  });
});
