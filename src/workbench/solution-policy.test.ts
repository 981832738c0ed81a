import { describe, expect, it } from 'vitest';
import { attemptsLeft, solutionPolicy } from './solution-policy.ts';

describe('solutionPolicy', () => {
  it('shows solutions at any time if nothing is said', () => {
    expect(solutionPolicy({}, 'listen')).toBe('always');
  });

  it('takes a lab’s own rule before the course’s', () => {
    const rules = { solutions: 'never', solutionsByLab: { listen: { afterAttempts: 2 } } } as const;
    expect(solutionPolicy(rules, 'listen')).toEqual({ afterAttempts: 2 });
    expect(solutionPolicy(rules, 'ring')).toBe('never');
    expect(solutionPolicy(rules, 'constructor')).toBe('never');
  });
});

it('attemptsLeft counts down to nothing and stays there', () => {
  expect([0, 1, 2, 3].map((n) => attemptsLeft({ afterAttempts: 2 }, n))).toEqual([2, 1, 0, 0]);
  expect(attemptsLeft('always', 0)).toBe(0);
  expect(attemptsLeft('never', 99)).toBeNull();
});
