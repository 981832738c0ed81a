import { expect, test } from 'vitest';
import { readNumber } from './read-number.ts';

test.each([
  ['101', 101],
  [' 4 294 967 295 ', 4294967295],
  ['65,535', 65535],
  ['4,294,967,295', 4294967295],
  ['64.6', 64.6],
  ['64,6', 64.6],
  ['0x10', 16],
  ['1_000', 1000],
  ['-1', -1],
  ['63 s', 63],
  ['63S', 63],
])('“%s” is read', (text, number) => {
  expect(readNumber(text, 's')).toBe(number);
});

test.each(['', ' ', 'ten', '1 ms', '1e3', '1.2.3', '101?', '--1', '٣'])('“%s” is none', (text) => {
  expect(readNumber(text, 's')).toBeNull();
});
