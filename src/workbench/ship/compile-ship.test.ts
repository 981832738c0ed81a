import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import { compileShip } from './compile-ship.ts';

const code = (lab: string) =>
  readFileSync(new URL(`../../../labs/${lab}/solution.ts`, import.meta.url), 'utf8');

it('makes planks that a sandbox takes, with the exports of their labs', async () => {
  const labs = ['ring', 'acceptable', 'closed', 'listen', 'syn-received', 'syn-sent'];
  const ship = await compileShip(labs.map((lab) => ({ lab, code: code(lab) })));
  expect(ship.map(({ lab }) => lab)).toEqual(labs);
  expect(ship[0]?.exports).toEqual(['lt', 'leq', 'between', 'segLen']);
  const sandbox = await nodeSandboxes.open();
  try {
    await sandbox.load({ js: '', exports: [], ship });
    const [outcome] = await sandbox.run([{ call: 'lt', args: [[0xffffffff, 1]] }]);
    expect(outcome).toMatchObject({ kind: 'done', record: { values: [true] } });
  } finally {
    sandbox.close();
  }
});

it('leaves out labs that are not here', async () => {
  expect(await compileShip([{ lab: 'of-another-course', code: '' }])).toEqual([]);
});

it('names the lab whose code cannot be read', async () => {
  await expect(compileShip([{ lab: 'listen', code: 'export const = ;' }])).rejects.toThrow(
    'listen',
  );
});
