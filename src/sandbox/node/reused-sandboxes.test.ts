import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallsRecord, Sandbox } from '../sandbox.ts';
import { startRealmProcess } from './realm-process.ts';
import { reusedSandboxes, type ReusedSandboxes } from './reused-sandboxes.ts';

let started: number;
let sandboxes: ReusedSandboxes;
beforeEach(() => {
  started = 0;
  sandboxes = reusedSandboxes(() => {
    started++;
    return startRealmProcess();
  });
});
afterEach(() => sandboxes.end());

/** A sandbox with a program in it whose `lt` has this body. */
async function loaded(body: string, before = ''): Promise<Sandbox> {
  const sandbox = await sandboxes.open();
  const js = `${before}; exports.lt = () => { ${body} };`;
  await sandbox.load({ js, exports: ['lt'] }, 1);
  return sandbox;
}

const ask = async (sandbox: Sandbox) => {
  const [outcome] = await sandbox.run([{ call: 'lt', args: [[1, 2]] }]);
  return outcome?.kind === 'done' ? (outcome.record as CallsRecord).values : outcome;
};

it('one program after the other has the same process, and a realm of its own', async () => {
  const first = await loaded('return true;', 'globalThis.left = 1; Array.prototype.left = 1');
  expect(await ask(first)).toEqual([true]);
  first.close();
  const second = await loaded("return 'left' in globalThis || 'left' in [];");
  expect(await ask(second)).toEqual([false]);
  expect(started).toBe(1);
});

it('programs at the same time do not share a process', async () => {
  const first = await loaded('return true;');
  const second = await loaded('return false;');
  expect([await ask(first), await ask(second)]).toEqual([[true], [false]]);
  expect(started).toBe(2);
});

it('one that does not return is ended, and the next has another process', async () => {
  const looping = await loaded('for (;;);');
  const answer = ask(looping);
  looping.close();
  await expect(answer).rejects.toThrow('the sandbox was closed');
  expect(await ask(await loaded('return true;'))).toEqual([true]);
  expect(started).toBe(2);
});

it('one that takes all memory says so, and the next has another process', async () => {
  const greedy = await loaded(
    'const all = []; for (;;) all.push(new Array(1e5).fill(all.length));',
  );
  await expect(ask(greedy)).rejects.toMatchObject({ fault: 'out of memory' });
  greedy.close();
  expect(await ask(await loaded('return true;'))).toEqual([true]);
});
