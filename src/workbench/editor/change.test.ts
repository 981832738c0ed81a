import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeBetween } from './change.ts';

it('is one change, and as small as one can be', () => {
  expect(changeBetween('abcd', 'abXcd')).toEqual({ from: 2, to: 2, insert: 'X' });
  expect(changeBetween('aaaa', 'aaa')).toEqual({ from: 3, to: 4, insert: '' });
  expect(changeBetween('same', 'same')).toEqual([]);
});

it('makes the one text of the other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = changeBetween(before, after);
      const { from, to, insert } = 'from' in change ? change : { from: 0, to: 0, insert: '' };
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
    }),
  );
});
