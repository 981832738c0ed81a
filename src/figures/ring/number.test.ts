import { describe, expect, it } from 'vitest';
import { numbersIn, readNumber } from './number.ts';

describe('a number that is typed', () => {
  it.each([
    ['4294967295', 4294967295],
    [' 4 294 967 295 ', 4294967295],
    ['4,294,967,295', 4294967295],
    ['0xFFFFFFFF', 4294967295],
    ['0', 0],
    ['4294967296', null],
    ['0x100000000', null],
    ['-1', null],
    ['1.5', null],
    ['1e3', null],
    ['', null],
    ['<b>', null],
    ['9'.repeat(400), null],
  ])('%j is read as %j', (text, value) => {
    expect(readNumber(text, 2 ** 32 - 1)).toBe(value);
  });
});

it('writes numbers in full, or in hexadecimal', () => {
  expect(numbersIn('en', false).seq(4294967295)).toBe('4294967295');
  expect(numbersIn('en', true).seq(255)).toBe('0x000000ff');
  expect(numbersIn('en', true).count(65_535)).toBe('65,535');
});
