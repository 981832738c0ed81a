import { expect, it } from 'vitest';

import { figureProblems } from './figures.ts';

const problems = (html: string) => figureProblems({ path: 'x.html', html });

it('wants every figure drawn and told without a script', () => {
  expect(problems('<tcp-ladder><svg></svg><details></details></tcp-ladder>')).toEqual([]);
  expect(problems('<tcp-bytes class="x"><table></table></tcp-bytes>')).toEqual([]);
  expect(problems('<tcp-ring><svg></svg></tcp-ring>')).toEqual(['tcp-ring has no form in words']);
  expect(problems('<tcp-ring><script>"<svg><table>"</script></tcp-ring>')).toEqual([
    'tcp-ring shows nothing without a script',
    'tcp-ring has no form in words',
  ]);
});

it('wants every id once', () => {
  expect(problems('<p id="a"></p><p id="b"></p>')).toEqual([]);
  expect(problems('<p id="a"></p><svg id="a"></svg><i id="a"></i>')).toEqual([
    'the id “a” stands twice',
  ]);
});
