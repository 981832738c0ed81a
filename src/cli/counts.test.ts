import { expect, test } from 'vitest';

import { countsLine, parseCounts, sum } from './counts.ts';

test('the last line of counts is read', () => {
  expect(parseCounts('1 passed, 2 failed\nmore\n3 passed, 0 failed, 4 skipped\n')).toEqual({
    passed: 3,
    failed: 0,
    skipped: 4,
  });
});

test('counts within a sentence are not', () => {
  expect(parseCounts('Tests  3 passed, 0 failed (3)')).toBeNull();
});

test('skips stand in the line only if there are any', () => {
  expect(countsLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(countsLine({ passed: 3, failed: 0, skipped: 1 })).toBe('3 passed, 0 failed, 1 skipped');
});

test('what is written can be read, and added up', () => {
  const counts = { passed: 5, failed: 1, skipped: 2 };
  expect(parseCounts(countsLine(counts))).toEqual(counts);
  expect(sum([counts, counts])).toEqual({ passed: 10, failed: 2, skipped: 4 });
});
