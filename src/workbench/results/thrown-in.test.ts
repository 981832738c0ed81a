import { expect, it } from 'vitest';
import { thrownIn } from './thrown-in.ts';

it('names the learner’s functions, the innermost first, as Chromium and Node write them', () => {
  const stack = `Error: no
    at helper (plank.js:9:11)
    at listen (plank.js:5:3)
    at Object.SEGMENT-ARRIVES (runtime.js:1:49018)
    at runtime.js:1:46393`;
  expect(thrownIn(stack)).toEqual(['helper', 'listen']);
});

it('the same, as Firefox writes them', () => {
  const stack = 'helper@blob:null/1f:9:11\nlisten@blob:null/1f:5:3\nvi@blob:null/2e:1:4\n';
  expect(thrownIn(stack)).toEqual(['helper', 'listen']);
});

it('says nothing where the stack does not tell', () => {
  expect(thrownIn('')).toEqual([]);
  expect(thrownIn('whatever the learner put here')).toEqual([]);
});
