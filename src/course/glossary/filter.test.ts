import { expect, it } from 'vitest';
import { holds } from './filter.ts';

it.each([
  ['initial sequence number ISN 初始序列号', 'isn', true],
  ['initial sequence number ISN 初始序列号', 'number initial', true],
  ['initial sequence number ISN 初始序列号', '序列号', true],
  ['TIME-WAIT assassination', 'time_wait', true],
  ['TIME-WAIT assassination', 'Time Wait', true],
  ['TIME-WAIT assassination', 'time-wait reuse', false],
  ['anything', '', true],
  ['anything', '   ', true],
])('“%s” and what is typed, “%s”: %s', (text, typed, expected) => {
  expect(holds(text, typed)).toBe(expected);
});
