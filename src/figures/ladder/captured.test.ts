/* A ladder of a captured connection: it shows what was seen, and calls unknown what nobody saw. */
import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { connectionsOf } from '#trace/capture/list.ts';
import { traceOf as traceOfConnection } from '#trace/capture/trace-of.ts';
import { writePcapng } from '#trace/capture/write.ts';
import type { Trace } from '#trace/trace.ts';
import { traceOf } from './fixtures.ts';
import { ladderSvg } from './ladder.ts';
import { listLadder } from './list.ts';
import { tellOutcome } from './outcome.ts';
import { readScore } from './score.ts';
import { sentenceAt } from './words.ts';

/** What a tap 10 ms from the client sees of the segments that a play sends in this order. */
function captured(names: readonly string[]): Trace {
  const sent = traceOf('close').entries.flatMap((entry) =>
    entry.kind === 'transit' && names.includes(entry.name)
      ? [{ t: entry.from === 'A' ? entry.t + 10 : entry.t + 30, seg: entry.seg }]
      : [],
  );
  const found = connectionsOf(writePcapng(sent));
  if (!found.ok) throw new Error(found.error.what);
  const [trace] = found.value.connections.map(traceOfConnection);
  if (trace === undefined) throw new Error('nothing was captured');
  return trace;
}

describe('a captured connection', () => {
  it('is told with the states that are known, and unknown for the others', () => {
    const items = listLadder(captured(['A1', 'B1', 'A2']), t);
    expect(items.map(({ time, text }) => `${time}: ${text}`)).toEqual([
      '0 ms: The client sends SYN seq=100 len=1. It goes from CLOSED to SYN-SENT.',
      '40 ms: SYN seq=100 len=1 reaches the server.',
      '40 ms: The server sends SYN,ACK seq=300 ack=101 len=1. It goes from unknown to SYN-RECEIVED.',
      '80 ms: SYN,ACK seq=300 ack=101 len=1 reaches the client.',
      '80 ms: The client sends ACK seq=101 ack=301 len=0. It goes from SYN-SENT to ESTABLISHED.',
      '120 ms: ACK seq=101 ack=301 len=0 reaches the server. It goes from SYN-RECEIVED to ESTABLISHED.',
    ]);
  });

  it('is drawn with its states', () => {
    const svg = ladderSvg(captured(['A1', 'B1', 'A2']), { t, idPrefix: 'x' });
    for (const state of ['unknown', 'SYN-RECEIVED', 'ESTABLISHED'])
      expect(svg).toContain(`>${state}<`);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('begins and ends unknown if the capture tells no more', () => {
    const trace = captured(['A3', 'B2']);
    const score = readScore(trace);
    expect(score.stays.map(({ state }) => state)).toEqual([null, null]);
    expect(sentenceAt(trace, score, score.start, t)).toMatch(/^A sends /);
    expect(tellOutcome(trace, 'A1', t)).toContain('A is in unknown');
    expect(ladderSvg(trace, { t, idPrefix: 'x' })).toContain('>unknown<');
  });
});
