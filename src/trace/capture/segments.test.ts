import { describe, expect, it } from 'vitest';
import { join, viewOf } from '#wire/bytes.ts';
import { serializeIp } from '#wire/ip.ts';
import { segmentToDatagram } from '#wire/segment.ts';
import { pcapFile, segmentsFrom, u16, u32 } from './fixtures.ts';
import { readCapture } from './read.ts';
import { type Segments, segmentsOf } from './segments.ts';

function segmentsIn(
  packets: readonly Uint8Array[],
  options: Parameters<typeof pcapFile>[1] = {},
): Segments & { readonly all: readonly string[] } {
  const capture = readCapture(pcapFile(packets, options));
  if (!capture.ok) throw new Error(capture.error.what);
  const read = segmentsOf(capture.value.packets);
  const notes = [...capture.value.notes, ...read.notes];
  return { ...read, all: notes.map(({ what }) => what) };
}

const LINES = segmentsFrom('A S 100\nB S 300 ack 101\nA P 101 ack 301 "hello, world!"');
const [SYN, SYN_ACK, DATA] = LINES.map(({ seg }, i) => segmentToDatagram(seg, { id: i + 1 })) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const LONG = segmentsFrom('A P 101 ack 301 "hello, world!"')[0];

/** The datagram with the octet at `at` set. */
function changed(datagram: Uint8Array, at: number, octet: number): Uint8Array {
  const copy = datagram.slice();
  copy[at] = octet;
  return copy;
}

const ethernet = (mac: number, datagram: Uint8Array) =>
  join(new Uint8Array(11), Uint8Array.of(mac), u16(0x0800), datagram);

/** Linux cooked: the packet type is 0 for what came in, 4 for what went out. */
const cooked = (type: number, datagram: Uint8Array) =>
  join(u16(type), new Uint8Array(12), u16(0x0800), datagram);

describe('a packet that was seen at two places', () => {
  it.each([
    ['on its way out and in', 113, [cooked(4, SYN), cooked(0, SYN)]],
    ['before and behind a router', 1, [ethernet(1, SYN), ethernet(2, changed(SYN, 8, 63))]],
    ['before its checksum was filled in', 1, [ethernet(1, changed(SYN, 36, 0)), ethernet(2, SYN)]],
    ['with and without a tag', 1, [ethernet(1, SYN), tagged(SYN)]],
  ])('is one segment: %s', (_what, linkType, packets) => {
    const { segments, all } = segmentsIn(packets, { linkType });
    expect(segments).toHaveLength(1);
    expect(all).toEqual(['1 packet seen at a second place too, left out there']);
  });

  it('is a retransmission if it was seen twice at each', () => {
    const packets = [4, 0, 4, 0].map((type) => cooked(type, SYN));
    expect(segmentsIn(packets, { linkType: 113 }).segments).toHaveLength(2);
  });

  it('is a retransmission if it was seen twice at one', () => {
    expect(segmentsIn([ethernet(1, SYN), ethernet(1, SYN)], { linkType: 1 }).segments).toHaveLength(
      2,
    );
  });

  it('is no copy of one that looks like it', () => {
    const packets = [ethernet(1, SYN), ethernet(2, changed(SYN, 5, 9)), ethernet(3, SYN_ACK)];
    expect(segmentsIn(packets, { linkType: 1 }).segments).toHaveLength(3);
  });
});

function tagged(datagram: Uint8Array): Uint8Array {
  return join(new Uint8Array(12), u16(0x8100), u16(7), u16(0x0800), datagram);
}

/** Two fragments of a datagram: its first `size` octets of payload, a multiple of 8, and the others. */
function fragmentsOf(datagram: Uint8Array, size: number): readonly [Uint8Array, Uint8Array] {
  const fragment = (field: number, from: number, to: number) => {
    const bytes = join(datagram.subarray(0, 20), datagram.subarray(20 + from, 20 + to));
    viewOf(bytes).setUint16(2, bytes.length);
    viewOf(bytes).setUint16(6, field);
    return bytes;
  };
  return [fragment(0x2000, 0, size), fragment(size / 8, size, datagram.length - 20)];
}

describe('a datagram in fragments', () => {
  const [first, second] = fragmentsOf(DATA, 24);

  it.each([
    ['in order', [first, second]],
    ['the last one first', [second, first]],
  ])('is as long as all of them, %s', (_what, packets) => {
    const { segments, all } = segmentsIn(packets);
    expect(segments).toMatchObject([
      { seq: 101, length: 13, data: new Uint8Array([104, 101, 108, 108]) },
    ]);
    expect(all).toEqual(
      expect.arrayContaining([
        '1 packet in fragments: used without the data of the later ones',
        '1 packet left out: a later fragment of a datagram',
      ]),
    );
  });

  it('is as long as its first one if the last is missing', () => {
    const { segments, all } = segmentsIn([first]);
    expect(segments).toMatchObject([{ length: 4 }]);
    expect(all).toEqual([
      '1 packet in fragments of which the last is missing: taken for as long as the first',
    ]);
  });

  it('of IPv6 is found by its fragment header', () => {
    const payload = DATA.subarray(20);
    const part = (field: number, id: number, bytes: Uint8Array) =>
      serializeIp({
        ...{ source: 'fe80::1', destination: 'fe80::2', protocol: 44 },
        payload: join(Uint8Array.of(6, 0), u16(field), u32(false, id), bytes),
      });
    const packets = [part(1, 7, payload.subarray(0, 24)), part(24, 7, payload.subarray(24))];
    expect(segmentsIn(packets).segments).toMatchObject([{ length: 13 }]);
  });
});

describe('lengths', () => {
  it('come from the IP header, whatever was captured and padded', () => {
    const padded = join(new Uint8Array(12), u16(0x0800), SYN, new Uint8Array(20));
    expect(segmentsIn([padded], { linkType: 1 }).segments).toMatchObject([{ length: 0 }]);
    const cut = segmentsIn([DATA], { snapLength: 45 });
    expect(cut.segments).toMatchObject([
      { length: 13, data: new Uint8Array([104, 101, 108, 108, 111]) },
    ]);
    expect(cut.all).toEqual(['1 packet cut by the snap length']);
  });

  it('of a super segment may be more than the field can say', () => {
    const huge = join(changed(changed(DATA, 2, 0), 3, 0), new Uint8Array(200_000));
    expect(segmentsIn([huge], { snapLength: 60 }).segments).toMatchObject([{ length: 200_013 }]);
  });

  it('survive IPv4 options and IPv6 extension headers', () => {
    const options = join(
      changed(changed(DATA, 0, 0x47), 3, DATA.length + 8).subarray(0, 20),
      new Uint8Array(8),
      DATA.subarray(20),
    );
    const hopByHop = serializeIp({
      ...{ source: 'fe80::1', destination: 'fe80::2', protocol: 0 },
      payload: join(
        Uint8Array.of(60, 0, 1, 4, 0, 0, 0, 0),
        Uint8Array.of(6, 1),
        new Uint8Array(14),
      ),
    });
    const extended = join(hopByHop, DATA.subarray(20));
    viewOf(extended).setUint16(4, extended.length - 40);
    const { segments, all } = segmentsIn([options, extended]);
    expect(all).toEqual([]);
    expect(segments.map(({ seq, length }) => [seq, length])).toEqual([
      [101, 13],
      [101, 13],
    ]);
  });
});

describe('packets whose TCP header is not whole', () => {
  it.each([
    [33, '1 packet left out: the TCP header is cut off'],
    [20, '1 packet left out: the TCP header is cut off'],
    [12, '1 packet left out: shorter than an IPv4 header'],
  ])('are named: %i octets', (snapLength, note) => {
    const { segments, all } = segmentsIn([DATA], { snapLength });
    expect(segments).toEqual([]);
    expect(all).toEqual(['1 packet cut by the snap length', note]);
  });

  it('are used without options that cannot be read', () => {
    const bytes = changed(SYN, 32, 0x60);
    const long = join(bytes, Uint8Array.of(2, 0, 0, 0));
    viewOf(long).setUint16(2, long.length);
    expect(segmentsIn([long]).segments).toMatchObject([{ seq: 100, length: 0, options: {} }]);
  });
});

it('wrong checksums are left alone', () => {
  const { segments, all } = segmentsIn([changed(DATA, 36, 0), changed(DATA, 10, 0)]);
  expect(segments).toHaveLength(2);
  expect(all).toEqual([]);
});

it('options are read', () => {
  const seg = { ...LONG?.seg, options: { ts: { val: 5, ecr: 6 }, sack: [{ left: 1, right: 2 }] } };
  const datagram = segmentToDatagram(seg as NonNullable<typeof LONG>['seg']);
  expect(segmentsIn([datagram]).segments).toMatchObject([{ options: seg.options, length: 13 }]);
});

it('packets out of order are put in order of time', () => {
  const late = [3000, 1000, 2000].map((second, i) =>
    join(u32(true, second, 0), u32(true, SYN.length, SYN.length), changed(SYN, 5, i)),
  );
  const header = pcapFile([]);
  const capture = readCapture(join(header, ...late));
  if (!capture.ok) throw new Error(capture.error.what);
  expect(capture.value.notes.map(({ what }) => what)).toEqual([
    '1 packet earlier than the one before: put in order of time',
  ]);
  const { segments } = segmentsOf(capture.value.packets);
  expect(segments.map(({ t }) => t)).toEqual([-2_000_000, -1_000_000, 0]);
});
