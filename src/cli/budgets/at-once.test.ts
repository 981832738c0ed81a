import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { atOnce } from './at-once.ts';

test('what is made stands in the order of the items, whatever is done first', async () => {
  let open = 0;
  let most = 0;
  const made = await atOnce([9, 1, 5, 2, 7, 3], async (n) => {
    most = Math.max(most, ++open);
    await sleep(n);
    open--;
    return n * 2;
  });
  expect(made).toEqual([18, 2, 10, 4, 14, 6]);
  expect(most).toBe(4);
});

test('what fails fails as a whole', async () => {
  const work = (n: number) => (n === 2 ? Promise.reject(new Error('two')) : Promise.resolve(n));
  await expect(atOnce([1, 2, 3], work)).rejects.toThrow('two');
});
