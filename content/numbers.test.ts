import { describe, expect, test } from 'vitest';
import { measured } from '#course/measured.ts';
import { spacesAt } from '#figures/ring/moment.ts';
import { runScenario } from '#scenario/run.ts';
import { add, between, ctl, lt, segLen, type Segment } from '#tcp';
import type { Trace, TransitEntry } from '#trace/trace.ts';
import finLost from './scenarios/fin-lost.ts';
import gap from './scenarios/gap.ts';
import overTheEdge from './scenarios/over-the-edge.ts';
import twoStreams from './scenarios/two-streams.ts';

/** What crosses the link: when it leaves, its name, its numbers, and whether it is lost or a copy. */
function wire(trace: Trace): readonly string[] {
  const sent = trace.entries.filter((entry): entry is TransitEntry => entry.kind === 'transit');
  return sent.map(({ t, name, seg, again, fate }) => {
    const flags = (['syn', 'fin', 'rst', 'ack'] as const).filter((bit) => seg.ctl[bit]);
    const ack = seg.ctl.ack ? ` ack=${seg.ack}` : '';
    const text = seg.data.length === 0 ? '' : ` text=${seg.data.length}`;
    const marks = `${again ? ' again' : ''}${fate === 'lost' ? ' lost' : ''}`;
    return `${t} ${name} ${flags.join(',').toUpperCase()} seq=${seg.seq}${ack}${text}${marks}`;
  });
}

/** A segment with so many octets of text. */
function piece(text: number, bits: Partial<Segment['ctl']> = {}): Pick<Segment, 'ctl' | 'data'> {
  return { ctl: ctl(bits), data: new Uint8Array(text) };
}

test('each side counts its own stream, and acknowledges what comes next (Figure A)', () => {
  const trace = runScenario(twoStreams);
  expect(wire(trace)).toEqual([
    '0 A3 ACK seq=101 ack=301 text=5',
    '40 B2 ACK seq=301 ack=106',
    '120 B3 ACK seq=301 ack=106 text=3',
    '160 A4 ACK seq=106 ack=304',
  ]);
  expect(
    trace.entries.some(
      (entry) => entry.kind === 'step' && entry.t >= 0 && entry.before !== entry.after,
    ),
  ).toBe(false);
});

test('what is missing is what is acknowledged, until it has come (Figure B)', () => {
  const trace = runScenario(gap);
  expect(wire(trace)).toEqual([
    '0 A3 ACK seq=101 ack=301 text=5 lost',
    '40 A4 ACK seq=106 ack=301 text=4',
    '80 B2 ACK seq=301 ack=101',
    '1000 A5 ACK seq=101 ack=301 text=5 again',
    '1040 B3 ACK seq=301 ack=110',
  ]);
});

test('the number of a FIN shows that it was lost (Figure C)', () => {
  expect(wire(runScenario(finLost))).toEqual([
    '0 A3 ACK seq=101 ack=301 text=3',
    '40 A4 FIN,ACK seq=104 ack=301 lost',
    '40 B2 ACK seq=301 ack=104',
    '1080 A5 FIN,ACK seq=104 ack=301 again',
    '1120 B3 ACK seq=301 ack=105',
  ]);
});

describe('what takes up a number', () => {
  test('is text, a SYN and a FIN, as the table says', () => {
    expect(segLen(piece(0, { syn: true }))).toBe(1);
    expect(segLen(piece(5, { ack: true }))).toBe(5);
    expect(segLen(piece(0, { fin: true, ack: true }))).toBe(1);
    expect(segLen(piece(3, { fin: true, ack: true }))).toBe(4);
    expect(segLen(piece(0, { ack: true }))).toBe(0);
    expect(segLen(piece(0, { rst: true }))).toBe(0);
  });

  test('makes 101 the first octet behind a SYN of 100, and 105 its acknowledgment', () => {
    expect(add(100, segLen(piece(0, { syn: true })))).toBe(101);
    expect(add(100, segLen(piece(4, { syn: true })))).toBe(105);
  });

  test('makes 6001 of 5000, a thousand octets and a FIN', () => {
    expect(add(5000, segLen(piece(1000, { fin: true, ack: true })))).toBe(6001);
  });

  test('explains the puzzle, which is as Linux printed it', () => {
    const [first, second, third, last] = measured('fin-with-text').output.split('\n');
    expect(first).toContain('Flags [FP.], seq 2029486508:2029486511,');
    expect(second).toContain('ack 2029486512,');
    expect(add(2029486508, segLen(piece(3, { fin: true, psh: true, ack: true })))).toBe(2029486512);
    expect(third).toContain('Flags [F.], seq 3141001380,');
    expect(last).toContain('ack 3141001381,');
  });
});

describe('the first number', () => {
  const lines = measured('initial-numbers').output.split('\n');
  const seen = lines.map((line) => {
    const found = /^ \d+:\d+:([\d.]+) IP [\d.]+\.(\d+) > .* seq (\d+),/.exec(line);
    return { at: Number(found?.[1]), port: Number(found?.[2]), isn: Number(found?.[3]) };
  });

  test('grows by what the table says for one name', () => {
    const same = seen.filter(({ port }) => port === 7070).map(({ isn }) => isn);
    expect(same).toEqual([1710088281, 1717912132, 1725735002, 1733557428]);
    expect(same.slice(1).map((isn, i) => isn - (same[i] ?? 0))).toEqual([
      7_823_851, 7_822_870, 7_822_426,
    ]);
  });

  test('grows by one every 64 ns', () => {
    const [first, , , last] = seen;
    if (first === undefined || last === undefined) throw new Error('There are no four.');
    expect(((last.at - first.at) * 1e9) / (last.isn - first.isn)).toBeCloseTo(64, 1);
  });

  test('jumps from port to port, within a third of a millisecond', () => {
    const others = seen.slice(4);
    expect(others.map(({ port, isn }) => [port, isn])).toEqual([
      [51360, 1127214102],
      [51376, 3124310374],
      [51388, 3952212467],
    ]);
    expect((others[2]?.at ?? 0) - (others[0]?.at ?? 0)).toBeLessThan(0.001 / 3);
  });
});

describe('over the edge (Figure D)', () => {
  const trace = runScenario(overTheEdge);

  test('the text goes on with 0, and the FIN is 8', () => {
    expect(wire(trace).filter((line) => !line.includes('SYN'))).toEqual([
      '80 A2 ACK seq=4294967291 ack=301',
      '160 A3 ACK seq=4294967291 ack=301 text=13',
      '200 B2 ACK seq=301 ack=8',
      '320 A4 FIN,ACK seq=8 ack=301',
      '360 B3 ACK seq=301 ack=9',
    ]);
  });

  test('13 octets are in flight at 160 ms, and 27 more are allowed', () => {
    expect(spacesAt(trace, 'A', 160)?.spaces.snd).toEqual({
      iss: 4294967290,
      una: 4294967291,
      nxt: 8,
      wnd: 40,
    });
    expect(add(4294967291, 40)).toBe(35);
    expect(35 - 8).toBe(27);
  });

  test('the shorter way tells which of two numbers comes first', () => {
    expect(lt(4294967291, 8)).toBe(true);
    expect(lt(8, 4294967291)).toBe(false);
    expect(add(4294967291, 13)).toBe(8);
    const isBefore = (a: number, b: number) => ((a - b) | 0) < 0;
    expect(isBefore(4294967291, 8)).toBe(true);
    expect(lt(4294966000, 500)).toBe(true);
    expect(add(4294966000, 1796)).toBe(500);
  });
});

test('an acknowledgment is of something new from SND.UNA, excluded, to SND.NXT, included', () => {
  expect([499, 500, 501, 800, 801].filter((ack) => between(500, ack, 800))).toEqual([501, 800]);
});
