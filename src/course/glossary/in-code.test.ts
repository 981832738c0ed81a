import { expect, it } from 'vitest';
import { inCode } from './in-code.ts';

it('what stands between backticks is code', () => {
  expect(inCode('the call `listen()` waits')).toEqual([
    { text: 'the call ', isCode: false },
    { text: 'listen()', isCode: true },
    { text: ' waits', isCode: false },
  ]);
  expect(inCode('`ss` lists')).toEqual([
    { text: 'ss', isCode: true },
    { text: ' lists', isCode: false },
  ]);
});
