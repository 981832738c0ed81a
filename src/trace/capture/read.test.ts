import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { join } from '#wire/bytes.ts';
import { segmentToDatagram } from '#wire/segment.ts';
import { anySegments, pcapFile, segmentsFrom, u16, u32 } from './fixtures.ts';
import { listCapture } from './list.ts';
import { readCapture } from './read.ts';
import { segmentsOf } from './segments.ts';
import { writePcapng } from './write.ts';
import type { Capture } from './packet.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 500) };

function read(bytes: Uint8Array): Capture {
  const capture = readCapture(bytes);
  if (!capture.ok) throw new Error(capture.error.what);
  return capture.value;
}

const OPEN = segmentsFrom('A S 100\nB S 300 ack 101\nA . 101 ack 301 "hello"');
const DATAGRAMS = OPEN.map(({ seg }) => segmentToDatagram(seg));
const SYN = DATAGRAMS[0] ?? new Uint8Array();
const WORD = Uint8Array.of(1, 2, 3, 4);

describe('a pcap file', () => {
  it('has each field in its place', () => {
    const file = Uint8Array.from([
      ...[0xd4, 0xc3, 0xb2, 0xa1], // magic: microseconds, least octet first
      ...[2, 0, 4, 0], // version 2.4
      ...[0, 0, 0, 0], // time zone, never used
      ...[0, 0, 0, 0], // accuracy, never used
      ...[0xff, 0xff, 0, 0], // snap length
      ...[101, 0, 0, 0], // link type: raw IP
      ...[1, 0, 0, 0], // seconds
      ...[2, 0, 0, 0], // microseconds
      ...[4, 0, 0, 0], // octets captured
      ...[60, 0, 0, 0], // octets on the wire
      ...WORD,
    ]);
    expect(read(file)).toEqual({
      format: 'pcap',
      start: 1_000_002_000n,
      packets: [{ t: 0, interface: 0, linkType: 101, bytes: WORD, originalLength: 60, at: 24 }],
      notes: [{ what: '1 packet cut by the snap length', at: 24 }],
    });
  });

  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('is read with little end first %s, nanoseconds %s', (little, nano) => {
    const { packets, start } = read(pcapFile([WORD, WORD], { little, nano }));
    expect(start).toBe(1_000_000_000_000n + (nano ? 5n : 5000n));
    expect(packets.map(({ t, bytes }) => [t, ...bytes])).toEqual([
      [0, 1, 2, 3, 4],
      [1000, 1, 2, 3, 4],
    ]);
  });
});

it.each([true, false])('a modified pcap file is read, little end first %s', (little) => {
  const { packets, notes } = read(pcapFile([WORD, WORD], { little, modified: true }));
  expect(notes).toEqual([]);
  expect(packets.map(({ t, bytes }) => [t, ...bytes])).toEqual([
    [0, 1, 2, 3, 4],
    [1000, 1, 2, 3, 4],
  ]);
});

/** A block of pcapng in either byte order; the body in whole words. */
function block(little: boolean, type: number, ...body: readonly Uint8Array[]): Uint8Array {
  const whole = join(...body);
  const length = u32(little, whole.length + 12);
  return join(u32(little, type), length, whole, length);
}

/** A section header with version 1.0 and no length. */
function section(little: boolean): Uint8Array {
  const version = [u16(1, little), u16(0, little)];
  const length = u32(little, 0xffff_ffff, 0xffff_ffff);
  return block(little, 0x0a0d_0d0a, u32(little, 0x1a2b_3c4d), ...version, length);
}

/** An interface of raw IP. */
function face(little: boolean, snapLength: number, ...options: readonly Uint8Array[]): Uint8Array {
  return block(little, 1, u16(101, little), u16(0), u32(little, snapLength), ...options);
}

describe.each([true, false])('a pcapng file, little end first %s', (little) => {
  const enhanced = (id: number, ticks: number) =>
    block(little, 6, u32(little, id, 0, ticks, 4, 4), WORD);

  it('has enhanced, simple and obsolete packets, and blocks that are skipped', () => {
    const file = join(
      section(little),
      block(little, 0x7777, WORD),
      face(little, 2),
      enhanced(0, 5_000_000),
      block(little, 3, u32(little, 4), Uint8Array.of(1, 2, 0, 0)), // simple: cut by the snap length
      block(little, 2, u16(0, little), u16(0), u32(little, 0, 7_000_000, 4, 4), WORD), // obsolete
    );
    const { packets, notes, start } = read(file);
    expect(start).toBe(5_000_000_000n);
    expect(packets.map(({ t, bytes }) => [t, ...bytes])).toEqual([
      [0, 1, 2, 3, 4],
      [0, 1, 2],
      [2000, 1, 2, 3, 4],
    ]);
    expect(notes).toMatchObject([{ what: '1 packet cut by the snap length' }]);
  });

  it('counts time as each interface says', () => {
    const resolution = (octet: number) =>
      join(u16(9, little), u16(1, little), Uint8Array.of(octet, 0, 0, 0));
    const offset = join(
      u16(14, little),
      u16(8, little),
      little ? u32(little, 3, 0) : u32(little, 0, 3),
    );
    const file = join(
      section(little),
      face(little, 0),
      face(little, 0, resolution(9)),
      face(little, 0, resolution(0x80 | 10), offset),
      enhanced(0, 1),
      enhanced(1, 2000),
      enhanced(2, 1024),
    );
    expect(read(file).packets.map(({ t }) => t)).toEqual([0, 0.001, 3999.999]);
  });

  it('may have several sections, each with its interfaces and byte order', () => {
    const file = join(
      join(section(little), face(little, 0), enhanced(0, 0)),
      join(section(!little), face(!little, 0)),
      block(!little, 6, u32(!little, 0, 0, 9, 4, 4), WORD),
    );
    expect(read(file).packets.map((packet) => packet.interface)).toEqual([0, 1]);
  });

  it.each([
    [
      'a packet of no interface',
      enhanced(0, 0),
      'a packet of interface 0, which no block describes',
    ],
    ['a length that cannot be', u32(little, 5, 9, 0), /a block says that it is 9 octets long/],
    ['lengths that differ', u32(little, 5, 12, 16), /a block of 12 octets says 16 at its end/],
  ])('says where there is %s', (_what, damage, what) => {
    const expected: unknown = typeof what === 'string' ? what : expect.stringMatching(what);
    expect(read(join(section(little), damage)).notes).toEqual([{ what: expected, at: 28 }]);
  });
});

describe('a link header', () => {
  const addresses = new Uint8Array(12);
  const v6 = segmentToDatagram({
    ...(OPEN[0] as (typeof OPEN)[number]).seg,
    src: { address: 'fe80::1', port: 4000 },
    dst: { address: 'fe80::2', port: 80 },
  });
  it.each([
    ['Ethernet', 1, join(addresses, u16(0x0800), SYN)],
    ['Ethernet, padded', 1, join(addresses, u16(0x0800), SYN, new Uint8Array(6))],
    ['802.1Q', 1, join(addresses, u16(0x8100), u16(7), u16(0x0800), SYN)],
    ['QinQ', 1, join(addresses, u16(0x88a8), u16(7), u16(0x8100), u16(8), u16(0x0800), SYN)],
    ['raw', 101, SYN],
    ['raw on BSD', 12, SYN],
    ['raw on OpenBSD', 14, SYN],
    ['IPv4', 228, SYN],
    ['IPv6', 229, v6],
    ['Ethernet with IPv6', 1, join(addresses, u16(0x86dd), v6)],
    ['Linux cooked', 113, join(new Uint8Array(14), u16(0x0800), SYN)],
    ['Linux cooked, version 2', 276, join(u16(0x0800), new Uint8Array(18), SYN)],
    ['Linux cooked, tagged', 113, join(new Uint8Array(14), u16(0x8100), u16(7), u16(0x0800), SYN)],
    ['Linux cooked, version 2, with IPv6', 276, join(u16(0x86dd), new Uint8Array(18), v6)],
    ['null', 0, join(u32(true, 2), SYN)],
    ['null of another byte order', 0, join(u32(false, 2), SYN)],
    ['null with IPv6 of Windows', 0, join(u32(true, 23), v6)],
    ['null with IPv6 of FreeBSD', 0, join(u32(false, 28), v6)],
    ['null with IPv6 of Darwin', 0, join(u32(true, 30), v6)],
    ['loopback', 108, join(u32(false, 2), SYN)],
  ])('of %s is passed over', (_what, linkType, packet) => {
    const { segments, notes } = segmentsOf(read(pcapFile([packet], { linkType })).packets);
    expect(notes).toEqual([]);
    expect(segments).toMatchObject([{ seq: 100, length: 0, ctl: { syn: true, ack: false } }]);
  });

  it('of another kind is named', () => {
    const { notes } = segmentsOf(read(pcapFile([SYN, SYN], { linkType: 147 })).packets);
    expect(notes).toEqual([
      { what: '2 packets of link type 147, which is unknown, left out', at: 24 },
    ]);
  });
});

describe('packets that are not whole', () => {
  it.each([60, 44, 40, 34])('are used as far as %i octets go', (snapLength) => {
    const file = pcapFile(DATAGRAMS, { snapLength });
    const listing = listCapture(file);
    expect(listing).toMatchObject({
      value: { connections: [{ segments: 3, stateA: 'ESTABLISHED', stateB: 'ESTABLISHED' }] },
    });
    const { segments } = segmentsOf(read(file).packets);
    expect(segments.map(({ length }) => length)).toEqual([0, 0, 5]);
  });

  it('of a card that segments have the length of their frame', () => {
    const zero = (DATAGRAMS[2] ?? WORD).slice();
    zero.set([0, 0], 2);
    const { segments } = segmentsOf(read(pcapFile([zero])).packets);
    expect(segments).toMatchObject([{ length: 5 }]);
  });
});

describe('bytes that are no capture', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'the file is empty'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'the file is compressed with gzip: unpack it first'],
    ['text', new TextEncoder().encode('hello'), 'neither a pcap nor a pcapng file'],
  ])('are refused: %s', (_what, bytes, what) => {
    expect(readCapture(bytes)).toEqual({ ok: false, error: { what, at: 0 } });
  });

  it.each([
    ['pcap', pcapFile(DATAGRAMS), 24],
    ['pcapng', writePcapng(OPEN), 28],
  ])('a %s file gives its whole packets, wherever it is cut', (_what, file, least) => {
    const whole = read(file).packets;
    for (let length = 4; length < file.length; length++) {
      const { packets, notes } = read(file.subarray(0, length));
      expect(packets).toEqual(whole.slice(0, packets.length));
      expect(packets.length).toBeLessThan(whole.length);
      expect(notes.length).toBeLessThanOrEqual(1);
      if (length < least) expect(notes).toHaveLength(1);
    }
  });

  it('never crash it, nor do damaged captures', () => {
    const files = [
      pcapFile(DATAGRAMS),
      pcapFile(DATAGRAMS, { linkType: 1, nano: true, little: false }),
      writePcapng(OPEN),
    ];
    const damaged = fc
      .tuple(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
      )
      .map(([file, changes]) => {
        const copy = file.slice();
        for (const [at, octet] of changes) copy[at % copy.length] = octet;
        return copy;
      });
    const headed = fc
      .tuple(fc.constantFrom(...files), fc.uint8Array({ maxLength: 200 }), fc.constantFrom(24, 60))
      .map(([file, rest, kept]) => join(file.subarray(0, kept), rest));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 100 }), damaged, headed), (bytes) => {
        const listing = listCapture(bytes);
        if (listing.ok) for (const note of listing.value.notes) expect(note.what).not.toBe('');
        else expect(listing.error.what).not.toBe('');
      }),
      runs,
    );
  });

  it('never crash inference: any packets of one 4-tuple', () => {
    fc.assert(
      fc.property(anySegments, (segments) => {
        const listing = listCapture(writePcapng(segments));
        if (!listing.ok) throw new Error(listing.error.what);
        const total = listing.value.connections.reduce((sum, { segments }) => sum + segments, 0);
        expect(total).toBe(segments.length);
      }),
      runs,
    );
  });
});
