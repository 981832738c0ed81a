/* The figures of RFC 9293 §3.5 and §3.6 as scenarios: every segment and every state. */
import { describe, expect, it } from 'vitest';
import type { Trace } from '#trace/trace.ts';
import { runScenario } from './run.ts';
import type { Scenario } from './scenario.ts';

const stage: Scenario = {
  id: 'test',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [
    { at: -1, host: 'B', do: 'listen', port: 8001 },
    { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40_001 },
  ],
  until: 5_000,
};

/** Segments as the RFC prints them: `A <SEQ=100><CTL=SYN>`. */
const segments = (trace: Trace): string[] =>
  trace.entries.flatMap((entry) => {
    if (entry.kind !== 'transit') return [];
    const { seq, ack, ctl } = entry.seg;
    const bits = (['syn', 'fin', 'rst', 'ack'] as const).filter((bit) => ctl[bit]);
    const number = ctl.ack ? `<ACK=${ack}>` : '';
    return [`${entry.from} <SEQ=${seq}>${number}<CTL=${bits.join(',').toUpperCase()}>`];
  });

/** The states a host passes through. */
const states = (trace: Trace, host: string): string[] => {
  const first = trace.hosts.find(({ name }) => name === host)?.initial ?? 'CLOSED';
  const changes = trace.entries.flatMap((entry) =>
    entry.kind === 'step' && entry.host === host && entry.before !== entry.after
      ? [entry.after]
      : [],
  );
  return [first, ...changes];
};

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

  it('Figure 8: an old duplicate SYN is refused by the one who never sent it', () => {
    const trace = runScenario({
      ...stage,
      hosts: [stage.hosts[0], { ...stage.hosts[1], isn: [300, 400] }],
      old: [{ at: 60, from: 'A', fromPort: 40_001, toPort: 8001, flags: 'SYN', seq: 90 }],
      late: { A1: 120 },
    });
    expect(segments(trace)).toEqual([
      'A <SEQ=100><CTL=SYN>',
      'A <SEQ=90><CTL=SYN>',
      'B <SEQ=300><ACK=91><CTL=SYN,ACK>',
      'A <SEQ=91><CTL=RST>',
      'B <SEQ=400><ACK=101><CTL=SYN,ACK>',
      'A <SEQ=101><ACK=401><CTL=ACK>',
    ]);
    expect(states(trace, 'A')).toEqual(['CLOSED', 'SYN-SENT', 'ESTABLISHED']);
    expect(states(trace, 'B')).toEqual([
      'LISTEN',
      'SYN-RECEIVED',
      'LISTEN',
      'SYN-RECEIVED',
      'ESTABLISHED',
    ]);
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

describe('a link that loses', () => {
  const talk: Scenario = {
    ...stage,
    until: 600_000,
    script: [
      ...stage.script,
      { at: 0, host: 'A', do: 'receive', max: 100 },
      { at: 0, host: 'A', do: 'send', text: 'hello, server' },
      { at: 10_000, host: 'B', do: 'receive', max: 100 },
      { at: 10_000, host: 'B', do: 'send', text: 'hello, client' },
      { at: 20_000, host: 'A', do: 'close' },
      { at: 40_000, host: 'B', do: 'close' },
    ],
  };

  it('delays, but neither loses nor changes an octet, whatever the seed', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const trace = runScenario({ ...talk, loss: 0.2, seed });
      const heard = (host: string) =>
        trace.entries
          .flatMap((entry) => (entry.kind === 'step' && entry.host === host ? entry.effects : []))
          .flatMap((effect) => (effect.type === 'deliver' ? [...effect.data] : []))
          .map((code) => String.fromCharCode(code))
          .join('');
      expect([seed, heard('B')]).toEqual([seed, 'hello, server']);
      expect([seed, heard('A')]).toEqual([seed, 'hello, client']);
      expect([seed, states(trace, 'A').at(-1), states(trace, 'B').at(-1)]).toEqual([
        seed,
        'CLOSED',
        'CLOSED',
      ]);
    }
  });

  it('gives the same Trace for the same seed, and another for another', () => {
    const once = runScenario({ ...talk, loss: 0.3, seed: 7 });
    expect(runScenario({ ...talk, loss: 0.3, seed: 7 })).toEqual(once);
    expect(runScenario({ ...talk, loss: 0.3, seed: 8 })).not.toEqual(once);
  });
});

describe('a script that cannot be', () => {
  it('is refused with the line at fault', () => {
    const script = [{ at: 5, host: 'A', do: 'close' }] as const;
    expect(() => runScenario({ ...stage, script })).toThrow(
      'test: at 5 ms A cannot close: it has no connection',
    );
    const lost = [{ at: 0, host: 'A', do: 'connect', to: 'C:1', from: 1 }] as const;
    expect(() => runScenario({ ...stage, script: lost })).toThrow("connect to 'C:1'");
  });
});
