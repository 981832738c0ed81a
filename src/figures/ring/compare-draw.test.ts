import { expect, it } from 'vitest';
import { discSpots } from './compare-draw.ts';
import { HALF } from './spaces.ts';

it.each([
  ['the same number', 0],
  ['neighbours', 1],
  ['neighbours the other way', -1],
  ['a little apart', 2 ** 27],
  ['half a ring apart', HALF],
])('keeps two discs apart: %s', (_, way) => {
  const { a, b } = discSpots({ a: 4294967295, b: (4294967295 + way) >>> 0, way });
  expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThanOrEqual(19);
});
