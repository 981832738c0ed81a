import { expect, it } from 'vitest';
import { longestAlone } from './gaps.ts';

it('counts only what held up the page and not its control', () => {
  const own = [
    { from: 0, to: 100 },
    { from: 500, to: 560 },
  ];
  expect(longestAlone(own, [])).toBe(100);
  expect(longestAlone(own, [{ from: 10, to: 95 }])).toBe(60);
  expect(longestAlone([], own)).toBe(0);
});
