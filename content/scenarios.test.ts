import { describe, expect, test } from 'vitest';
import type { Segment, State } from '#tcp';
import { runScenario } from '#scenario/run.ts';
import type { Scenario } from '#scenario/scenario.ts';
import type { StepEntry, Trace, TransitEntry } from '#trace/trace.ts';
import handshake from './scenarios/handshake.ts';
import oldDuplicateSyn from './scenarios/old-duplicate-syn.ts';
import refused from './scenarios/refused.ts';
import thirdAckLostThenData from './scenarios/third-ack-lost-then-data.ts';
import twoListeners from './scenarios/two-listeners.ts';
import twoWayGhost from './scenarios/two-way-ghost.ts';

/** A segment as the RFC's figures write it. */
function written({ seq, ack, ctl, data }: Segment): string {
  const flags = (['syn', 'fin', 'rst', 'ack'] as const).filter((bit) => ctl[bit]);
  const control = flags.join(',').toUpperCase();
  const text = data.length === 0 ? '' : `<DATA=${data.length}>`;
  return `<SEQ=${seq}>${ctl.ack ? `<ACK=${ack}>` : ''}<CTL=${control}>${text}`;
}

/** What crosses the link: when it leaves, whose it is, what it says, and whether it is lost. */
function wire(trace: Trace): readonly string[] {
  const sent = trace.entries.filter((entry): entry is TransitEntry => entry.kind === 'transit');
  return sent.map(({ t, from, seg, again, fate }) =>
    [t, from, written(seg), again ? 'again' : '', fate === 'lost' ? 'lost' : '']
      .filter((word) => word !== '')
      .join(' '),
  );
}

function steps(trace: Trace, host: 'A' | 'B'): readonly StepEntry[] {
  return trace.entries.filter(
    (entry): entry is StepEntry => entry.kind === 'step' && entry.host === host,
  );
}

/** The states that a host passes, with the time of each change. */
function states(trace: Trace, host: 'A' | 'B'): readonly (readonly [number, State])[] {
  return steps(trace, host)
    .filter(({ before, after }) => before !== after)
    .map(({ t, after }) => [t, after] as const);
}

function signals(trace: Trace, host: 'A' | 'B'): readonly string[] {
  return steps(trace, host)
    .flatMap(({ effects }) => effects)
    .flatMap((effect) => (effect.type === 'signal' ? [effect.signal] : []));
}

describe('the handshake, RFC 9293 Figure 6', () => {
  test('takes three segments, with the numbers of the figure', () => {
    expect(wire(runScenario(handshake))).toEqual([
      '0 A <SEQ=100><CTL=SYN>',
      '40 B <SEQ=300><ACK=101><CTL=SYN,ACK>',
      '80 A <SEQ=101><ACK=301><CTL=ACK>',
    ]);
  });

  test('makes the client ESTABLISHED one crossing before the server', () => {
    const trace = runScenario(handshake);
    expect(states(trace, 'A')).toEqual([
      [0, 'SYN-SENT'],
      [80, 'ESTABLISHED'],
    ]);
    expect(states(trace, 'B')).toEqual([
      [40, 'SYN-RECEIVED'],
      [120, 'ESTABLISHED'],
    ]);
  });

  test('counts from whatever numbers the two sides pick', () => {
    const [a, b] = handshake.hosts;
    const script = [...handshake.script, { at: 200, host: 'A', do: 'send', text: 'x' } as const];
    const hosts = [
      { ...a, isn: [7000] },
      { ...b, isn: [52] },
    ] as const;
    expect(wire(runScenario({ ...handshake, hosts, script })).slice(1, 4)).toEqual([
      '40 B <SEQ=52><ACK=7001><CTL=SYN,ACK>',
      '80 A <SEQ=7001><ACK=53><CTL=ACK>',
      '200 A <SEQ=7001><ACK=53><CTL=ACK><DATA=1>',
    ]);
  });
});

describe('the handshake with a segment lost', () => {
  test('sends the SYN again after 1 s with the same number', () => {
    const trace = runScenario(handshake, { lose: ['A1'] });
    expect(wire(trace).slice(0, 2)).toEqual([
      '0 A <SEQ=100><CTL=SYN> lost',
      '1000 A <SEQ=100><CTL=SYN> again',
    ]);
    expect(states(trace, 'A').at(-1)).toEqual([1080, 'ESTABLISHED']);
    expect(states(trace, 'B').at(-1)).toEqual([1120, 'ESTABLISHED']);
  });

  test('sends a SYN that nobody answers at 0, 1, 3, 7 and 15 s', () => {
    const lose = Array.from({ length: 20 }, (_, n) => `A${n + 1}`);
    const trace = runScenario({ ...handshake, until: 30_000 }, { lose });
    expect(wire(trace).map((line) => line.split(' ')[0])).toEqual([
      '0',
      '1000',
      '3000',
      '7000',
      '15000',
    ]);
  });

  test('repeats the SYN,ACK and answers the repeated SYN with a bare ACK', () => {
    const trace = runScenario(handshake, { lose: ['B1'] });
    expect(wire(trace)).toEqual([
      '0 A <SEQ=100><CTL=SYN>',
      '40 B <SEQ=300><ACK=101><CTL=SYN,ACK> lost',
      '1000 A <SEQ=100><CTL=SYN> again',
      '1040 B <SEQ=301><ACK=101><CTL=ACK>',
      '1040 B <SEQ=300><ACK=101><CTL=SYN,ACK> again',
      '1080 A <SEQ=101><ACK=301><CTL=ACK>',
    ]);
    expect(states(trace, 'B').at(-1)).toEqual([1120, 'ESTABLISHED']);
  });

  test('leaves the loss of the third segment to the server, and the client ESTABLISHED', () => {
    const trace = runScenario(handshake, { lose: ['A2'] });
    expect(wire(trace)).toEqual([
      '0 A <SEQ=100><CTL=SYN>',
      '40 B <SEQ=300><ACK=101><CTL=SYN,ACK>',
      '80 A <SEQ=101><ACK=301><CTL=ACK> lost',
      '1040 B <SEQ=300><ACK=101><CTL=SYN,ACK> again',
      '1080 A <SEQ=101><ACK=301><CTL=ACK>',
    ]);
    expect(states(trace, 'A').at(-1)).toEqual([80, 'ESTABLISHED']);
    expect(states(trace, 'B').at(-1)).toEqual([1120, 'ESTABLISHED']);
  });

  test('is completed by data, which is delivered', () => {
    const trace = runScenario(thirdAckLostThenData);
    expect(wire(trace).slice(2)).toEqual([
      '80 A <SEQ=101><ACK=301><CTL=ACK> lost',
      '200 A <SEQ=101><ACK=301><CTL=ACK><DATA=5>',
      '240 B <SEQ=301><ACK=106><CTL=ACK>',
    ]);
    expect(states(trace, 'B').at(-1)).toEqual([240, 'ESTABLISHED']);
    const delivered = steps(trace, 'B').flatMap(({ effects }) =>
      effects.flatMap((effect) => (effect.type === 'deliver' ? [...effect.data] : [])),
    );
    expect(String.fromCharCode(...delivered)).toBe('GET /');
  });
});

describe('an old SYN', () => {
  test('makes a ghost in a world of two messages', () => {
    const trace = runScenario(twoWayGhost);
    expect(states(trace, 'A')).toEqual([]);
    expect(states(trace, 'B')).toEqual([[40, 'ESTABLISHED']]);
    expect(wire(trace)).toHaveLength(2);
  });

  test('opens and serves a real call in that world too', () => {
    const trace = runScenario({ ...handshake, players: { A: 'two-way', B: 'two-way' } });
    expect(wire(trace)).toHaveLength(2);
    expect(states(trace, 'A').at(-1)).toEqual([80, 'ESTABLISHED']);
  });

  test('is refused by a client that is calling, RFC 9293 Figure 8', () => {
    const trace = runScenario(oldDuplicateSyn);
    expect(wire(trace)).toEqual([
      '0 A <SEQ=100><CTL=SYN>',
      '20 A <SEQ=90><CTL=SYN>',
      '60 B <SEQ=300><ACK=91><CTL=SYN,ACK>',
      '100 A <SEQ=91><CTL=RST>',
      '160 B <SEQ=400><ACK=101><CTL=SYN,ACK>',
      '200 A <SEQ=101><ACK=401><CTL=ACK>',
    ]);
    expect(states(trace, 'B')).toEqual([
      [60, 'SYN-RECEIVED'],
      [140, 'LISTEN'],
      [160, 'SYN-RECEIVED'],
      [240, 'ESTABLISHED'],
    ]);
    expect(signals(trace, 'B')).toEqual(['connection established']);
  });

  test('is refused by a client that listens, RFC 9293 Figure 11', () => {
    const trace = runScenario(twoListeners);
    expect(wire(trace).slice(1)).toEqual([
      '40 B <SEQ=300><ACK=91><CTL=SYN,ACK>',
      '80 A <SEQ=91><CTL=RST>',
    ]);
    expect(states(trace, 'A')).toEqual([]);
    expect(states(trace, 'B')).toEqual([
      [40, 'SYN-RECEIVED'],
      [120, 'LISTEN'],
    ]);
    expect([...signals(trace, 'A'), ...signals(trace, 'B')]).toEqual([]);
  });
});

describe('a call to a port where nobody listens', () => {
  test('is answered with a reset that acknowledges the SYN', () => {
    const trace = runScenario(refused);
    expect(wire(trace)[1]).toBe('40 B <SEQ=0><ACK=101><CTL=RST,ACK>');
    expect(states(trace, 'A').at(-1)).toEqual([80, 'CLOSED']);
    expect(states(trace, 'B')).toEqual([]);
  });
});

test('every scenario goes by the name of its file', () => {
  const files = import.meta.glob<Scenario>('./scenarios/*.ts', {
    eager: true,
    import: 'default',
  });
  expect(Object.keys(files)).not.toHaveLength(0);
  for (const [file, scenario] of Object.entries(files)) {
    expect(`./scenarios/${scenario.id}.ts`).toBe(file);
  }
});
