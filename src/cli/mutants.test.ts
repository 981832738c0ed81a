import { describe, expect, it } from 'vitest';
import { reference } from '#tcp';
import { CASES } from '../../tests/faults/cases.ts';
import type { Fault } from '../../tests/faults/fault.ts';
import { FAULTS } from '../../tests/faults/index.ts';
import { hunt, isDead } from '../../tests/faults/hunt/hunt.ts';
import { hunted, summary } from '../../tests/faults/hunt/report.ts';
import { allTrials, type Trial } from '../../tests/faults/hunt/suite.ts';

const trials = allTrials();

describe('every broken engine', () => {
  it.each(FAULTS)('$name is noticed by the test that it names', (fault) => {
    const { kills, isSound } = hunt(
      fault,
      trials.filter(({ name }) => name === fault.killedBy),
    );
    expect(isSound, `there is a ${fault.killedBy}, and the reference passes it`).toBe(true);
    // It must do something else than the reference, not break down.
    expect(kills.map(({ why }) => why)).toEqual([
      expect.stringMatching(/^(line \d+, column \d+: expected|it does not hold)/),
    ]);
  });

  it('has a name of its own', () => {
    const names = FAULTS.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

it.each(CASES)('the reference: $name', ({ name, holds }) => {
  expect(holds(reference)).toBe(true);
  expect(FAULTS.some(({ killedBy }) => killedBy === `case: ${name}`)).toBe(true);
});

describe('hunt', () => {
  const fault: Fault = {
    name: 'deaf',
    says: 'LISTEN hears nothing.',
    source: 'this test',
    planks: { listen: () => {} },
    killedBy: 'listen/b.pkt',
  };
  const trial = (name: string, notices: boolean, isSound = true): Trial => ({
    name,
    judge: () => (notices ? 'line 1, column 1: expected SYN-RECEIVED' : null),
    isSound: () => isSound,
  });
  const found = (...all: Trial[]) => hunt(fault, all, true);

  it('tries the test that the fault names first, then its neighbours', () => {
    const { kills } = found(
      trial('closed/a.pkt', true),
      trial('listen/a.pkt', true),
      trial('listen/b.pkt', true),
    );
    expect(kills.map((kill) => kill.trial)).toEqual([
      'listen/b.pkt',
      'listen/a.pkt',
      'closed/a.pkt',
    ]);
  });

  it('believes no test that the reference fails', () => {
    const result = found(trial('listen/b.pkt', true, false));
    expect(isDead(result)).toBe(false);
    expect(hunted(result, false).join('\n')).toContain('or the reference fails it');
  });

  it('tells when another test notices the fault, and when none does', () => {
    const missed = found(trial('listen/b.pkt', false), trial('listen/c.pkt', true));
    const survived = found(trial('listen/b.pkt', false));
    expect(hunted(missed, false)[0]).toBe('MISSED deaf: LISTEN hears nothing.');
    expect(hunted(missed, false)[1]).toContain('listen/c.pkt does: name that');
    expect(hunted(survived, false)[0]).toBe('SURVIVED deaf: LISTEN hears nothing.');
    expect(summary([missed, survived, found(trial('listen/b.pkt', true))])).toBe(
      '1 passed, 2 failed',
    );
  });
});
