import { expect, it } from 'vitest';
import type { Report } from '#judge/report.ts';
import { tally, tallyGroup } from './tally.ts';

const report = {
  total: 4,
  cases: [
    { id: 'a', group: 'visible', verdict: 'passed' },
    { id: 'b', group: 'visible', verdict: 'wrong' },
    { id: 'c', group: 'hidden', verdict: 'passed' },
  ],
} as unknown as Report;

it('counts what was not reached as not passed', () => {
  expect(tally(report)).toEqual({ passed: 2, total: 4 });
});

it('counts a group against its size', () => {
  expect(tallyGroup(report, 'visible', 2)).toEqual({ passed: 1, total: 2 });
  expect(tallyGroup(report, 'hidden', 2)).toEqual({ passed: 1, total: 2 });
});
