import { expect, test } from 'vitest';
import { measured } from '#course/measured.ts';
import { runScenario } from '#scenario/run.ts';
import type { Segment, State } from '#tcp';
import type { StepEntry, Trace, TransitEntry } from '#trace/trace.ts';
import { statesAt } from '#trace/states-at.ts';
import close from './scenarios/close.ts';
import finAhead from './scenarios/fin-ahead.ts';
import fourToClose from './scenarios/four-to-close.ts';
import halfClose from './scenarios/half-close.ts';
import simultaneousClose from './scenarios/simultaneous-close.ts';
import threeToClose from './scenarios/three-to-close.ts';

/** A segment as the RFC's figures write it. */
function written({ seq, ack, ctl, data }: Segment): string {
  const flags = (['syn', 'fin', 'rst', 'ack'] as const).filter((bit) => ctl[bit]);
  const text = data.length === 0 ? '' : `<DATA=${data.length}>`;
  return `<SEQ=${seq}>${ctl.ack ? `<ACK=${ack}>` : ''}<CTL=${flags.join(',').toUpperCase()}>${text}`;
}

/** What crosses the link: when it leaves, its name, what it says, and whether it is lost or a copy. */
function wire(trace: Trace): readonly string[] {
  const sent = trace.entries.filter((entry): entry is TransitEntry => entry.kind === 'transit');
  return sent.map(({ t, name, seg, again, fate }) =>
    [t, name, written(seg), ...(again ? ['again'] : []), ...(fate === 'lost' ? ['lost'] : [])].join(
      ' ',
    ),
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

/** The text that the host's program has read, and when (ms). */
function read(trace: Trace, host: 'A' | 'B'): readonly string[] {
  return steps(trace, host).flatMap(({ t, effects }) =>
    effects.flatMap((effect) =>
      effect.type === 'deliver' ? [`${t} ${String.fromCharCode(...effect.data)}`] : [],
    ),
  );
}

/** What the host's program is told, and when (ms). */
function told(trace: Trace, host: 'A' | 'B'): readonly string[] {
  return steps(trace, host).flatMap(({ t, effects }) =>
    effects.flatMap((effect) => (effect.type === 'signal' ? [`${t} ${effect.signal}`] : [])),
  );
}

test('closing takes the four segments of RFC Figure 12 (Figure A)', () => {
  const trace = runScenario(close);
  expect(wire(trace)).toEqual([
    '0 A3 <SEQ=100><ACK=300><CTL=FIN,ACK>',
    '40 B2 <SEQ=300><ACK=101><CTL=ACK>',
    '160 B3 <SEQ=300><ACK=101><CTL=FIN,ACK>',
    '200 A4 <SEQ=101><ACK=301><CTL=ACK>',
  ]);
  expect(states(trace, 'A')).toEqual([
    [0, 'FIN-WAIT-1'],
    [80, 'FIN-WAIT-2'],
    [200, 'TIME-WAIT'],
    [240_200, 'CLOSED'],
  ]);
  expect(states(trace, 'B')).toEqual([
    [40, 'CLOSE-WAIT'],
    [160, 'LAST-ACK'],
    [240, 'CLOSED'],
  ]);
  expect(told(trace, 'B')).toEqual(['40 connection closing']);
});

test('an ACK that waits rides on the FIN of a program that closes in time (Figure B)', () => {
  const trace = runScenario(threeToClose);
  expect(wire(trace)).toEqual([
    '0 A3 <SEQ=100><ACK=300><CTL=FIN,ACK>',
    '70 B2 <SEQ=300><ACK=101><CTL=FIN,ACK>',
    '110 A4 <SEQ=101><ACK=301><CTL=ACK>',
  ]);
  expect(states(trace, 'A')).toEqual([
    [0, 'FIN-WAIT-1'],
    [110, 'TIME-WAIT'],
  ]);
});

test('an ACK that waits in vain leaves by itself (Figure C)', () => {
  const trace = runScenario(fourToClose);
  expect(wire(trace)).toEqual([
    '0 A3 <SEQ=100><ACK=300><CTL=FIN,ACK>',
    '80 B2 <SEQ=300><ACK=101><CTL=ACK>',
    '130 B3 <SEQ=300><ACK=101><CTL=FIN,ACK>',
    '170 A4 <SEQ=101><ACK=301><CTL=ACK>',
  ]);
});

test('a half-closed connection carries data in its open direction (Figure D)', () => {
  const trace = runScenario(halfClose);
  expect(wire(trace)).toEqual([
    '0 A3 <SEQ=100><ACK=300><CTL=ACK><DATA=9>',
    '20 A4 <SEQ=109><ACK=300><CTL=FIN,ACK>',
    '40 B2 <SEQ=300><ACK=109><CTL=ACK>',
    '60 B3 <SEQ=300><ACK=110><CTL=ACK>',
    '150 B4 <SEQ=300><ACK=110><CTL=ACK><DATA=9>',
    '190 B5 <SEQ=309><ACK=110><CTL=FIN,ACK>',
    '190 A5 <SEQ=110><ACK=309><CTL=ACK>',
    '230 A6 <SEQ=110><ACK=310><CTL=ACK>',
  ]);
  expect(statesAt(trace, 150)).toMatchObject({ A: 'FIN-WAIT-2', B: 'CLOSE-WAIT' });
  expect(read(trace, 'A')).toEqual(['195 ash\npine\n']);
});

test('a FIN behind a gap waits until the gap is filled (Figure E)', () => {
  const trace = runScenario(finAhead);
  expect(wire(trace)).toEqual([
    '0 A3 <SEQ=100><ACK=300><CTL=ACK><DATA=4> lost',
    '20 A4 <SEQ=104><ACK=300><CTL=FIN,ACK>',
    '60 B2 <SEQ=300><ACK=100><CTL=ACK>',
    '1000 A5 <SEQ=100><ACK=300><CTL=ACK><DATA=4> again',
    '1040 B3 <SEQ=300><ACK=105><CTL=ACK>',
  ]);
  expect(states(trace, 'B')).toEqual([[1040, 'CLOSE-WAIT']]);
  expect(told(trace, 'B')).toEqual(['1040 connection closing']);
  expect(read(trace, 'B')).toEqual(['1060 bye\n']);
});

test('the second FIN is sent again, and FIN-WAIT-2 waits without a timer (Figure F)', () => {
  const trace = runScenario(close, { lose: ['B3'] });
  expect(wire(trace).slice(2, 4)).toEqual([
    '160 B3 <SEQ=300><ACK=101><CTL=FIN,ACK> lost',
    '1160 B4 <SEQ=300><ACK=101><CTL=FIN,ACK> again',
  ]);
  expect(states(trace, 'A').slice(1, 3)).toEqual([
    [80, 'FIN-WAIT-2'],
    [1200, 'TIME-WAIT'],
  ]);
});

test('the first ACK is lost, and B’s own FIN brings the acknowledgment', () => {
  const trace = runScenario(close, { lose: ['B2'] });
  expect(wire(trace)).toHaveLength(4);
  expect(states(trace, 'A').slice(0, 2)).toEqual([
    [0, 'FIN-WAIT-1'],
    [200, 'TIME-WAIT'],
  ]);
});

test('two FINs that cross lead both sides through CLOSING to TIME-WAIT (Figure G)', () => {
  const trace = runScenario(simultaneousClose);
  expect(wire(trace)).toEqual([
    '0 A3 <SEQ=100><ACK=300><CTL=FIN,ACK>',
    '0 B2 <SEQ=300><ACK=100><CTL=FIN,ACK>',
    '40 B3 <SEQ=301><ACK=101><CTL=ACK>',
    '40 A4 <SEQ=101><ACK=301><CTL=ACK>',
  ]);
  for (const host of ['A', 'B'] as const) {
    expect(states(trace, host)).toEqual([
      [0, 'FIN-WAIT-1'],
      [40, 'CLOSING'],
      [80, 'TIME-WAIT'],
    ]);
  }
});

test('if one of two crossing FINs is lost, the sides differ and meet again in TIME-WAIT', () => {
  const trace = runScenario(simultaneousClose, { lose: ['A3'] });
  expect(statesAt(trace, 500)).toMatchObject({ A: 'CLOSING', B: 'FIN-WAIT-2' });
  expect(statesAt(trace, 1_100)).toMatchObject({ A: 'TIME-WAIT', B: 'TIME-WAIT' });
  const record = measured('closing').output;
  expect(record).toMatch(/^CLOSING [\s\S]*^FIN-WAIT-2 [\s\S]*^TIME-WAIT [\s\S]*^TIME-WAIT /m);
});

test('the records say what the text tells of them', () => {
  const closes = measured('four-or-three-to-close')
    .output.trim()
    .split(/\n\s*\n/);
  expect(closes.map((close) => close.split('\n').length)).toEqual([4, 3]);
  for (const stamp of ['0.200480', '0.242030', '0.500738', '0.500765'])
    expect(closes[0]).toContain(stamp);
  for (const stamp of ['0.201019', '0.201436', '0.201468']) expect(closes[1]).toContain(stamp);
  expect(measured('half-close').output).toMatch(/^1 +0 +10\.77\.0\.2:8001/m);
});
