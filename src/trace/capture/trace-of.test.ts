import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentToDatagram } from '#wire/segment.ts';
import { traceFromText, traceToText } from '../text.ts';
import type { Trace } from '../trace.ts';
import { anySegments, pcapFile, segmentsFrom } from './fixtures.ts';
import { connectionsOf } from './list.ts';
import { traceOf } from './trace-of.ts';
import { type TimedSegment, writePcapng } from './write.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 500) };

/** The Trace of the one connection among these segments; each of them at its time, if given. */
function traceFrom(script: string, times?: readonly number[]): Trace {
  const segments = segmentsFrom(script).map((each, i): TimedSegment => ({
    ...each,
    t: times?.[i] ?? each.t,
  }));
  const found = connectionsOf(writePcapng(segments));
  if (!found.ok) throw new Error(found.error.what);
  expect(found.value.connections).toHaveLength(1);
  return found.value.connections.map(traceOf)[0] as Trace;
}

/** `0 A CLOSED > SYN-SENT`: the changes of state. */
function changes({ entries }: Trace): readonly string[] {
  return entries.flatMap((entry) =>
    entry.kind === 'seen' && entry.before !== entry.after
      ? [`${entry.t} ${entry.host} ${entry.before ?? '?'} > ${entry.after ?? '?'}`]
      : [],
  );
}

const ways = ({ entries }: Trace) => entries.filter((entry) => entry.kind === 'transit');

const OPEN = 'A S 100\nB S 300 ack 101\nA . 101 ack 301\n';

describe('a captured connection as a Trace', () => {
  it('draws each segment at its distance from both ends', () => {
    // The capture is 10 ms from A and 40 ms from B.
    const trace = traceFrom(OPEN, [1000, 1080, 1100]);
    expect(ways(trace).map(({ name, t, until, fate }) => [name, t, until, fate])).toEqual([
      ['A1', 0, 50, 'delivered'],
      ['B1', 50, 100, 'delivered'],
      ['A2', 100, 150, 'delivered'],
    ]);
    expect(changes(trace)).toEqual([
      '0 A CLOSED > SYN-SENT',
      '50 B ? > SYN-RECEIVED',
      '100 A SYN-SENT > ESTABLISHED',
      '150 B SYN-RECEIVED > ESTABLISHED',
    ]);
    expect(trace.end).toBe(150);
  });

  it('leaves open what nobody saw', () => {
    const { hosts } = traceFrom('A . 5 ack 9 "x"\nB . 9 ack 6');
    expect(hosts).toMatchObject([
      { name: 'A', title: 'A', address: '10.0.0.1', config: null, initial: null },
      { name: 'B', title: 'B', address: '10.0.0.2', config: null, initial: null },
    ]);
    const unanswered = traceFrom('A S 100\nA S 100');
    expect(ways(unanswered).map(({ fate, again }) => [fate, again])).toEqual([
      ['unknown', false],
      ['unknown', true],
    ]);
    expect(
      unanswered.entries.filter((entry) => entry.kind === 'seen' && entry.host === 'B'),
    ).toEqual([]);
  });

  it('takes the answer for one to the latest of those that were sent again', () => {
    const trace = traceFrom('A S 100\nA S 100\nB S 300 ack 101');
    expect(ways(trace).map(({ fate }) => fate)).toEqual(['unknown', 'delivered', 'unknown']);
  });

  it('keeps the states in order where segments cross', () => {
    const cross = 'A F 101 ack 301\nB F 301 ack 101\nA . 102 ack 302\nB . 302 ack 102';
    const trace = traceFrom(OPEN + cross, [0, 100, 200, 1000, 1001, 1100, 1101]);
    const last = (host: string) =>
      trace.entries.findLast((entry) => entry.kind === 'seen' && entry.host === host);
    expect([last('A'), last('B')]).toMatchObject([{ after: 'TIME-WAIT' }, { after: 'TIME-WAIT' }]);
    const seen = { A: 'CLOSED' as string | null, B: null as string | null };
    for (const entry of trace.entries) {
      if (entry.kind !== 'seen') continue;
      const host = entry.host as 'A' | 'B';
      expect(entry.before).toBe(seen[host]);
      seen[host] = entry.after;
    }
  });

  it('says how much of the text was not captured', () => {
    const [text] = segmentsFrom('A P 5 ack 9 "text"').map(({ seg }) => segmentToDatagram(seg));
    const found = connectionsOf(pcapFile([text as Uint8Array], { snapLength: 42 }));
    if (!found.ok) throw new Error(found.error.what);
    expect(found.value.connections.flatMap((each) => ways(traceOf(each)))).toMatchObject([
      { uncaptured: 2, seg: { data: Uint8Array.of(0x74, 0x65, 0, 0) } },
    ]);
  });

  it('is two hosts for a socket that is connected to itself', () => {
    const trace = traceFrom('C S 100\nC S 100 ack 101\nC . 101 ack 101');
    expect(trace.hosts.map(({ initial }) => initial)).toEqual(['CLOSED', 'CLOSED']);
    expect(ways(trace).map(({ from, to, fate }) => [from, to, fate])).toEqual(
      Array.from({ length: 3 }, () => ['A', 'B', 'delivered']),
    );
  });

  it('has a text form like any other', () => {
    const trace = traceFrom(`${OPEN}A P 101 ack 301 "GET /"\nB R 301`);
    expect(traceFromText(traceToText(trace))).toEqual(trace);
  });

  it('holds together, whatever was captured', () => {
    fc.assert(
      fc.property(anySegments, (segments) => {
        const found = connectionsOf(writePcapng(segments));
        if (!found.ok) throw new Error(found.error.what);
        for (const trace of found.value.connections.map(traceOf)) {
          const states = new Map(trace.hosts.map(({ name, initial }) => [name, initial]));
          for (const entry of trace.entries) {
            expect(entry.t).toBeGreaterThanOrEqual(0);
            if (entry.kind === 'transit') expect(entry.until).toBeGreaterThanOrEqual(entry.t);
            if (entry.kind !== 'seen') continue;
            expect(entry.before).toBe(states.get(entry.host));
            states.set(entry.host, entry.after);
          }
          expect(traceFromText(traceToText(trace))).toEqual(trace);
        }
      }),
      runs,
    );
  });
});
