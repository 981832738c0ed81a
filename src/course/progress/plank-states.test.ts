import { expect, it } from 'vitest';
import { plankStates } from './plank-states.ts';

it.each([
  ['none', ['next', 'reference', 'reference']],
  ['a', ['laid', 'next', 'reference']],
  ['b', ['next', 'laid', 'reference']],
  ['a b c', ['laid', 'laid', 'laid']],
])('with %s laid', (laid, expected) => {
  const states = plankStates(['a', 'b', 'c'], (lab) => laid.split(' ').includes(lab));
  expect([...states.values()]).toEqual(expected);
});
