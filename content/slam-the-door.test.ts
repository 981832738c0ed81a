import { expect, test } from 'vitest';
import { measured } from '#course/measured.ts';
import { runScenario } from '#scenario/run.ts';
import type { Segment, State } from '#tcp';
import type { StepEntry, Trace, TransitEntry } from '#trace/trace.ts';
import { statesAt } from '#trace/states-at.ts';
import abort from './scenarios/abort.ts';
import closeWaitLeak from './scenarios/close-wait-leak.ts';
import halfOpenData from './scenarios/half-open-data.ts';
import halfOpenSyn from './scenarios/half-open-syn.ts';
import threeResets from './scenarios/three-resets.ts';
import unreadData from './scenarios/unread-data.ts';
import writeAfterClose from './scenarios/write-after-close.ts';

/** A segment as the RFC's figures write it. */
function written({ seq, ack, ctl, data }: Segment): string {
  const flags = (['syn', 'fin', 'rst', 'ack'] as const).filter((bit) => ctl[bit]);
  const text = data.length === 0 ? '' : `<DATA=${data.length}>`;
  return `<SEQ=${seq}>${ctl.ack ? `<ACK=${ack}>` : ''}<CTL=${flags.join(',').toUpperCase()}>${text}`;
}

/** What crosses the link: when it leaves, its name, what it says, and whether it is a copy. */
function wire(trace: Trace): readonly string[] {
  const sent = trace.entries.filter((entry): entry is TransitEntry => entry.kind === 'transit');
  return sent.map(({ t, name, seg, again }) =>
    [t, name, written(seg), ...(again ? ['again'] : [])].join(' '),
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

/** What the host's program is told, and when (ms). */
function told(trace: Trace, host: 'A' | 'B'): readonly string[] {
  return steps(trace, host).flatMap(({ t, effects }) =>
    effects.flatMap((effect) => (effect.type === 'signal' ? [`${t} ${effect.signal}`] : [])),
  );
}

test('text for a program that has closed draws a reset (Figure A)', () => {
  const trace = runScenario(writeAfterClose);
  expect(wire(trace)).toEqual([
    '0 A3 <SEQ=100><ACK=300><CTL=FIN,ACK>',
    '40 B2 <SEQ=300><ACK=101><CTL=ACK>',
    '140 B3 <SEQ=300><ACK=101><CTL=ACK><DATA=1>',
    '180 A4 <SEQ=101><CTL=RST>',
  ]);
  expect(told(trace, 'B').at(-1)).toBe('220 connection reset');
});

test('of three resets one is ignored, one challenged and one believed (Figure B)', () => {
  const trace = runScenario(threeResets);
  expect(wire(trace)).toEqual([
    '0 old1 <SEQ=70000><CTL=RST>',
    '80 old2 <SEQ=5000><CTL=RST>',
    '120 B2 <SEQ=300><ACK=100><CTL=ACK>',
    '200 old3 <SEQ=100><CTL=RST>',
  ]);
  expect(states(trace, 'B')).toEqual([[240, 'CLOSED']]);
  expect(statesAt(trace, 10_000)).toMatchObject({ A: 'ESTABLISHED' });
});

test('a machine that has forgotten answers data with a reset: RFC Figure 10 (Figure C)', () => {
  const trace = runScenario(halfOpenData);
  expect(wire(trace)).toEqual([
    '80 B2 <SEQ=300><ACK=100><CTL=ACK><DATA=10>',
    '120 A3 <SEQ=100><CTL=RST>',
  ]);
  expect(states(trace, 'B')).toEqual([[160, 'CLOSED']]);
  expect(told(trace, 'B')).toEqual(['160 connection reset']);
});

test('a SYN on an open connection is challenged: RFC Figure 9 (Figure D)', () => {
  const trace = runScenario(halfOpenSyn);
  expect(wire(trace)).toEqual([
    '80 A3 <SEQ=400><CTL=SYN>',
    '120 B2 <SEQ=300><ACK=100><CTL=ACK>',
    '160 A4 <SEQ=100><CTL=RST>',
    '1080 A5 <SEQ=400><CTL=SYN> again',
    '1120 B3 <SEQ=500><ACK=401><CTL=SYN,ACK>',
    '1160 A6 <SEQ=401><ACK=501><CTL=ACK>',
  ]);
  expect(told(trace, 'B')[0]).toBe('200 connection reset');
  expect(statesAt(trace, 1_200)).toMatchObject({ A: 'ESTABLISHED', B: 'ESTABLISHED' });
});

test('CLOSE-WAIT outlives a FIN-WAIT-2 whose program has gone (Figure E)', () => {
  const trace = runScenario(closeWaitLeak);
  expect(wire(trace)).toEqual([
    '0 A3 <SEQ=100><ACK=300><CTL=FIN,ACK>',
    '40 B2 <SEQ=300><ACK=101><CTL=ACK>',
    '90000 B3 <SEQ=300><ACK=101><CTL=ACK><DATA=6>',
    '90040 A4 <SEQ=101><CTL=RST>',
  ]);
  expect(states(trace, 'A').slice(1)).toEqual([
    [80, 'FIN-WAIT-2'],
    [60_080, 'CLOSED'],
  ]);
  expect(states(trace, 'B')).toEqual([
    [40, 'CLOSE-WAIT'],
    [90_080, 'CLOSED'],
  ]);
  expect(told(trace, 'B')).toEqual(['40 connection closing', '90080 connection reset']);
});

test('ABORT resets at once, and what comes for the connection draws another (Figure F)', () => {
  const trace = runScenario(abort);
  expect(wire(trace)).toEqual([
    '0 A3 <SEQ=100><ACK=300><CTL=ACK><DATA=6>',
    '20 A4 <SEQ=106><CTL=RST>',
    '40 B2 <SEQ=300><ACK=106><CTL=ACK>',
    '80 A5 <SEQ=106><CTL=RST>',
  ]);
  expect(states(trace, 'A')).toEqual([[20, 'CLOSED']]);
  expect(told(trace, 'B')).toEqual(['60 connection reset']);
});

test('a reset that is lost is not sent again; an ACK draws the next one', () => {
  const trace = runScenario(abort, { lose: ['A4'] });
  expect(states(trace, 'B')).toEqual([[120, 'CLOSED']]);
  expect(wire(trace).some((line) => line.endsWith('again'))).toBe(false);
});

test('close() with unread text sends a reset in place of a FIN (Figure G)', () => {
  const trace = runScenario(unreadData);
  expect(wire(trace)).toEqual([
    '0 A3 <SEQ=100><ACK=300><CTL=ACK><DATA=6>',
    '40 B2 <SEQ=300><ACK=106><CTL=ACK>',
    '120 B3 <SEQ=300><ACK=106><CTL=RST,ACK>',
  ]);
  expect(told(trace, 'A')).toEqual(['160 connection reset']);
});

test('the records say what the boxes tell of them', () => {
  expect(measured('close-or-shutdown').output).toMatch(/ 5\.50 .*45056.*FIN-WAIT-2 -> None/);
  expect(measured('close-or-shutdown').output).not.toMatch(/45070.*-> None/);
  expect(measured('close-or-shutdown').output).not.toMatch(/CLOSE-WAIT ->/);
  expect(measured('fin-unanswered').output.match(/^ +105\.84 .*-> None$/gm)).toHaveLength(2);
  expect(measured('unread-end').output).toMatch(/nothing read: 4 [\s\S]*text read: 0 /);
  expect(measured('answer-then-reset').output).toMatch(
    /^client recv b'the answer'\nclient recv -> .*Connection reset by peer\nclient recv b''/,
  );
  expect(measured('write-after-close').output).toMatch(/: 1\nsecond send -> .*Broken pipe/);
  expect(measured('half-open-syn').output).toContain('00:00:00.010628');
  expect(measured('linger-zero').output).toContain('Flags [R.], seq 3842351132');
  expect(measured('linger-zero').output).toContain('client, ss: nothing');
  expect(measured('reset-seen').output).toMatch(
    /^ESTAB .*\n.*reset by peer\n.*b''\n.*Broken pipe\nCLOSE-WAIT .*\n.*b''\n.*b''\n.*Broken pipe\nESTAB .*\n.*reset by peer\n.*Broken pipe\n/,
  );
});
