import { expect, test } from 'vitest';
import { DAYS } from '#storage/exercises.ts';
import { t } from '#text/en.ts';
import { daysUntil, waitingIn } from './waiting.ts';

const result = (box: number, since: string, right = false) => ({ right, at: since, box, since });

test('what need not be done again does not wait; what is due first comes first', () => {
  const waiting = waitingIn({
    'a/b#done': result(0, '2026-01-01T00:00:00Z', true),
    'a/b#later': result(3, '2026-01-02T00:00:00Z'),
    'c#now': result(1, '2026-01-03T00:00:00Z'),
    'a/b#soon': result(2, '2026-01-02T12:00:00Z'),
  });
  expect(waiting.map(({ chapter, id }) => `${chapter} ${id}`)).toEqual([
    'c now',
    'a/b soon',
    'a/b later',
  ]);
});

test('days are counted as a calendar counts them', () => {
  const at = (day: number, hour: number) => new Date(2026, 2, day, hour).getTime();
  expect(daysUntil(at(5, 1), at(4, 23))).toBe(1);
  expect(daysUntil(at(4, 23), at(4, 1))).toBe(0);
  expect(daysUntil(at(1, 0), at(4, 1))).toBe(0);
  expect(daysUntil(at(25, 9), at(4, 10))).toBe(21);
});

test('the page says how long an exercise waits', () => {
  expect(Object.values(DAYS)).toEqual([0, 1, 3, 7, 21]);
  expect(t('review.boxes')).toContain('one day, then three days, a week, three weeks');
});
