import { markdownToHtml } from 'satteri';
import { expect, it } from 'vitest';
import { wholeOptions } from './whole-options.ts';

it.each([
  ['`ss -tan`', '<code>ss <span class="whole">-tan</span></code>'],
  [
    '`lsof -iTCP --numeric x`',
    '<code>lsof <span class="whole">-iTCP</span> <span class="whole">--numeric</span> x</code>',
  ],
  ['`-H`', '<code><span class="whole">-H</span></code>'],
  ['`time-wait`', '<code>time-wait</code>'],
  ['    ss -tan', '<code>ss -tan\n</code>'],
])('%s', async (markdown, expected) => {
  const { html } = await markdownToHtml(markdown, { hastPlugins: [wholeOptions()] });
  expect(html).toContain(expected);
});
