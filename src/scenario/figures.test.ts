/* The figures of RFC 9293 §3.5 and §3.6 in which all goes well, as scenarios: every segment and every state. */
import { describe, expect, it } from 'vitest';
import { segments, stage, states } from './fixtures.ts';
import { runScenario } from './run.ts';

describe('the figures of RFC 9293', () => {
  it('Figure 6: basic handshake', () => {
    const trace = runScenario(stage);
    expect(segments(trace)).toEqual([
      'A <SEQ=100><CTL=SYN>',
      'B <SEQ=300><ACK=101><CTL=SYN,ACK>',
      'A <SEQ=101><ACK=301><CTL=ACK>',
    ]);
    expect(states(trace, 'A')).toEqual(['CLOSED', 'SYN-SENT', 'ESTABLISHED']);
    expect(states(trace, 'B')).toEqual(['LISTEN', 'SYN-RECEIVED', 'ESTABLISHED']);
  });

  it('Figure 7: simultaneous open, four segments and one connection', () => {
    const trace = runScenario({
      ...stage,
      script: [
        { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40_001 },
        { at: 0, host: 'B', do: 'connect', to: 'A:40001', from: 8001 },
      ],
    });
    expect(segments(trace).sort()).toEqual([
      'A <SEQ=100><ACK=301><CTL=SYN,ACK>',
      'A <SEQ=100><CTL=SYN>',
      'B <SEQ=300><ACK=101><CTL=SYN,ACK>',
      'B <SEQ=300><CTL=SYN>',
    ]);
    for (const host of ['A', 'B']) {
      expect(states(trace, host)).toEqual(['CLOSED', 'SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED']);
    }
  });

  it('Figure 12: normal close', () => {
    const trace = runScenario({
      ...stage,
      until: 300_000,
      script: [
        ...stage.script,
        { at: 200, host: 'A', do: 'close' },
        { at: 400, host: 'B', do: 'close' },
      ],
    });
    expect(segments(trace).slice(3)).toEqual([
      'A <SEQ=101><ACK=301><CTL=FIN,ACK>',
      'B <SEQ=301><ACK=102><CTL=ACK>',
      'B <SEQ=301><ACK=102><CTL=FIN,ACK>',
      'A <SEQ=102><ACK=302><CTL=ACK>',
    ]);
    expect(states(trace, 'A').slice(2)).toEqual([
      'ESTABLISHED',
      'FIN-WAIT-1',
      'FIN-WAIT-2',
      'TIME-WAIT',
      'CLOSED',
    ]);
    expect(states(trace, 'B').slice(2)).toEqual([
      'ESTABLISHED',
      'CLOSE-WAIT',
      'LAST-ACK',
      'CLOSED',
    ]);
    expect(trace.end).toBe(440 + 240_000);
  });

  it('Figure 13: simultaneous close, both wait', () => {
    const trace = runScenario({
      ...stage,
      until: 300_000,
      script: [
        ...stage.script,
        { at: 200, host: 'A', do: 'close' },
        { at: 200, host: 'B', do: 'close' },
      ],
    });
    for (const host of ['A', 'B']) {
      expect(states(trace, host).slice(2)).toEqual([
        'ESTABLISHED',
        'FIN-WAIT-1',
        'CLOSING',
        'TIME-WAIT',
        'CLOSED',
      ]);
    }
  });
});
