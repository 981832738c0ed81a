import fc from 'fast-check';
import { type Ctl, ctl, type Segment } from '#tcp';
import { join, viewOf } from '#wire/bytes.ts';
import type { TimedSegment } from './write.ts';

/** One number as 2 or 4 octets in either byte order. */
export function u16(value: number, little = false): Uint8Array {
  const bytes = new Uint8Array(2);
  viewOf(bytes).setUint16(0, value, little);
  return bytes;
}

/** Numbers as 4 octets each. */
export function u32(little: boolean, ...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  values.forEach((value, i) => viewOf(bytes).setUint32(4 * i, value, little));
  return bytes;
}

/** A pcap file of these packets, one each second. */
export function pcapFile(
  packets: readonly Uint8Array[],
  { linkType = 101, little = true, nano = false, modified = false, snapLength = 65_535 } = {},
): Uint8Array {
  const records = packets.map((packet, i) => {
    const kept = packet.subarray(0, snapLength);
    const more = new Uint8Array(modified ? 8 : 0);
    return join(u32(little, 1000 + i, 5, kept.length, packet.length), more, kept);
  });
  const magic = nano ? 0xa1b2_3c4d : modified ? 0xa1b2_cd34 : 0xa1b2_c3d4;
  const head = [u32(little, magic), u16(2, little), u16(4, little)];
  return join(...head, u32(little, 0, 0, snapLength, linkType), ...records);
}

const FLAGS: Readonly<Record<string, keyof Ctl>> = { S: 'syn', F: 'fin', R: 'rst', P: 'psh' };

/**
 * Segments of one connection between A (10.0.0.1:4000) and B (10.0.0.2:80), one a line, as
 * `A S 100`, `B S 300 ack 101`, `A . 101 ack 301 win 0 "text"`. C is A, connected to itself. A line
 * each second.
 */
export function segmentsFrom(script: string): readonly TimedSegment[] {
  const lines = script.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => ({ t: 1000 * index, seg: segmentFrom(line) }));
}

function segmentFrom(line: string): Segment {
  const match = /^\s*([ABC]) ([SFRP.]+) (\d+)(?: ack (\d+))?(?: win (\d+))?(?: "(.*)")?\s*$/.exec(
    line,
  );
  if (match === null) throw new Error(`no segment: ${line}`);
  const [, from, flags = '', seq, ack, win = '1000', text = ''] = match;
  const ends = [
    { address: '10.0.0.1', port: 4000 },
    { address: '10.0.0.2', port: 80 },
  ] as const;
  const [src, dst] = { A: ends, B: [ends[1], ends[0]], C: [ends[0], ends[0]] }[
    (from ?? 'A') as 'A'
  ];
  const names = [...flags].flatMap((flag) => FLAGS[flag] ?? []);
  const on = Object.fromEntries(names.map((name) => [name, true]));
  return {
    ...{ src, dst, seq: Number(seq), ack: Number(ack ?? 0), wnd: Number(win), up: 0, options: {} },
    ctl: ctl({ ...on, ack: ack !== undefined }),
    data: new TextEncoder().encode(text.replaceAll('\\0', '\0')),
  };
}

const number = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const line = fc
  .tuple(
    fc.constantFrom('A', 'A', 'B', 'B', 'C'),
    fc.constantFrom('S', 'F', 'R', '.', 'SF', 'SR', 'FR'),
    number,
    fc.option(number),
    fc.option(fc.constantFrom(0, 1, 1000)),
    fc.constantFrom('', 'x', 'abc'),
  )
  .map(([who, flags, seq, ack, win, text]) => {
    const acks = ack === null ? '' : ` ack ${ack}`;
    const window = win === null ? '' : ` win ${win}`;
    return `${who} ${flags} ${seq}${acks}${window}${text && ` "${text}"`}`;
  });

/** Any segments of one 4-tuple, likely or not, at any times. */
export const anySegments: fc.Arbitrary<readonly TimedSegment[]> = fc
  .array(fc.tuple(line, fc.nat(5000)), { maxLength: 20 })
  .map((lines) =>
    segmentsFrom(lines.map(([text]) => text).join('\n')).map((each, i) => ({
      ...each,
      t: lines[i]?.[1] ?? 0,
    })),
  );
