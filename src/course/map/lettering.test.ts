import { expect, it } from 'vitest';
import { broken } from './lettering.ts';

it.each([
  ['Finish the handshake', 17, 2, ['Finish the', 'handshake']],
  ['Call', 17, 2, ['Call']],
  ['Numbers, TCB and the state machine', 17, 3, ['Numbers, TCB and', 'the state machine']],
  ['Two goodbyes: the four-way close', 17, 2, ['Two goodbyes: the', 'four-way close']],
  ['Slam the door: resets, leaks and half-open connections', 15, 3, ['Slam the door']],
  ['one two three four five six seven', 8, 2, ['one two', 'three…']],
])('“%s” in %i characters', (title, most, lines, expected) => {
  expect(broken(title, most, lines)).toEqual(expected);
});
