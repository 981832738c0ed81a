import { expect, it } from 'vitest';
import { rungsOf } from './rungs.ts';

it('cuts hints at their headings', () => {
  const html = '<p>lost</p><h2 id="a">One <code>x</code></h2><p>a</p>\n<h2>Two</h2><p>b</p>';
  expect(rungsOf(html)).toEqual([
    { title: 'One x', html: '<p>a</p>' },
    { title: 'Two', html: '<p>b</p>' },
  ]);
});

it('keeps a heading that stands first', () => {
  expect(rungsOf('<h2>One</h2><p>a</p>')).toEqual([{ title: 'One', html: '<p>a</p>' }]);
});
