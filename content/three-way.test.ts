import { describe, expect, test } from 'vitest';
import { measured, times } from '#course/measured.ts';
import { runScenario } from '#scenario/run.ts';
import { statesAt } from '#trace/states-at.ts';
import handshake from './scenarios/handshake.ts';

/*
 * What the chapter on the handshake says of its records, and of moments of its figures. What crosses
 * the link in them is held against the engine in scenarios.test.ts.
 */

const lines = (record: string) => measured(record).output.split('\n');
const having = (record: string, words: string) =>
  lines(record).filter((line) => line.includes(words));
const whole = (record: string, words: string) =>
  times(measured(record), words).map((seconds) => Math.round(seconds * 10) / 10);

describe('figures', () => {
  test('at 100 ms the client says yes, and the server not yet', () => {
    expect(statesAt(runScenario(handshake), 100)).toMatchObject({
      A: 'ESTABLISHED',
      B: 'SYN-RECEIVED',
    });
  });

  test('two lost SYNs cost three seconds', () => {
    const trace = runScenario(handshake, { lose: ['A1', 'A2'] });
    expect(statesAt(trace, 3119)).toMatchObject({ B: 'SYN-RECEIVED' });
    expect(statesAt(trace, 3120)).toMatchObject({ A: 'ESTABLISHED', B: 'ESTABLISHED' });
  });

  test('with the third segment lost the server waits for a second', () => {
    const trace = runScenario(handshake, { lose: ['A2'] });
    expect(statesAt(trace, 1119)).toMatchObject({ A: 'ESTABLISHED', B: 'SYN-RECEIVED' });
    expect(statesAt(trace, 1120)).toMatchObject({ A: 'ESTABLISHED', B: 'ESTABLISHED' });
  });
});

describe('records', () => {
  test('three segments, a window of 64240 and then of 63 shifted by 10', () => {
    const [syn, synAck, ack] = lines('handshake');
    expect(syn).toMatch(/Flags \[S\], seq 1975276561, win 64240, .*wscale 10/);
    expect(synAck).toMatch(/Flags \[S\.\], seq 4038766419, ack 1975276562, .*wscale/);
    expect(ack).toMatch(/Flags \[\.\], ack 4038766420, win 63,/);
    expect(63 << 10).toBe(64_512);
  });

  test('an old SYN that is answered, refused and forgotten', () => {
    const [server, , synAck, reset] = lines('old-duplicate-syn');
    expect(server).toContain('nothing');
    expect(synAck).toContain('Flags [S.], seq 1835048312, ack 91,');
    expect(reset).toContain('Flags [R], seq 91,');
    for (const counter of ['TcpExtEmbryonicRsts', 'TcpAttemptFails']) {
      expect(having('old-duplicate-syn', counter)[0]).toMatch(/^\w+\s+1\s/);
    }
  });

  test('four segments to close, or three', () => {
    const flags = lines('four-or-three-to-close').flatMap(
      (line) => /Flags \[(.*?)\]/.exec(line)?.[1] ?? '',
    );
    expect(flags).toEqual(['F.', '.', 'F.', '.', '', 'F.', 'F.', '.']);
  });

  test('eleven SYNs with one number, and 134.0 s', () => {
    const syns = having('syn-unanswered', 'Flags [S],');
    expect(syns).toHaveLength(11);
    expect(syns.every((line) => line.includes('seq 682386735,'))).toBe(true);
    expect(having('syn-unanswered', 'connect failed after 134.0')).toHaveLength(1);
    // The first retries come at one-second steps.
    expect(whole('syn-unanswered', 'Flags [S],').slice(0, 6)).toEqual([0, 1, 2, 3.1, 4.1, 5.1]);
  });

  test('five octets that complete the handshake', () => {
    expect(lines('third-ack-lost-then-data').slice(1, 3).join(' ')).toMatch(
      /data b'GET \/'.*ESTAB/,
    );
  });

  test('six SYN,ACKs, and an entry that is gone after 64.85 s of the log', () => {
    expect(having('third-ack-lost', 'Flags [S.],')).toHaveLength(6);
    expect(having('third-ack-lost', 'SYN-RECV -> None')[0]).toContain('64.85 STATE');
    expect(having('third-ack-lost', 'ESTAB -> ')).toEqual([]);
  });

  test('a refusal one above the SYN', () => {
    const [said, syn, reset] = lines('refused');
    expect(said).toContain('Connection refused');
    expect(syn).toContain('seq 4059582938,');
    expect(reset).toContain('Flags [R.], seq 0, ack 4059582939,');
  });
});
