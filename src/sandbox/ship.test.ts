import { describe, expect, it } from 'vitest';
import { nodeSandboxes } from './node/node-sandbox.ts';
import type { Program, ShipPlank } from './sandbox.ts';
import { underJudged } from './ship.ts';

const plank = (lab: string, exports: readonly string[], body: string): ShipPlank => ({
  lab,
  exports,
  js: body,
});
const ring = (name: string, value: number) =>
  plank('ring', [name], `exports.${name} = () => ${value};`);

/** What the program's function gives for (1, 2), in a sandbox of its own. */
async function answer(program: Program): Promise<unknown> {
  const sandbox = await nodeSandboxes.open();
  try {
    await sandbox.load(program);
    const [call = ''] = program.exports;
    const [outcome] = await sandbox.run([{ call, args: [[1, 2]] }]);
    if (outcome?.kind !== 'done') return outcome?.message;
    return 'values' in outcome.record ? outcome.record.values[0] : undefined;
  } finally {
    sandbox.close();
  }
}

const judged = {
  js: 'exports.leq = (a, b) => Number(require("tcp").lt(a, b)) + 100;',
  exports: ['leq'],
};

describe('a program with the learner’s other planks', () => {
  it('runs on them where the reference would stand otherwise', async () => {
    expect(await answer(judged)).toBe(101);
    expect(await answer({ ...judged, ship: [ring('lt', 7)] })).toBe(107);
  });

  it('takes what is judged from the program, whatever the ship has under that name', async () => {
    const own = { js: 'exports.lt = () => 1;', exports: ['lt'] };
    expect(await answer({ ...own, ship: [ring('lt', 7)] })).toBe(1);
  });

  it('gives each plank a scope of its own', async () => {
    const keeper = plank('ring', ['lt'], 'const secret = 1; exports.lt = () => secret;');
    const nosy = { js: 'exports.leq = () => typeof secret;', exports: ['leq'] };
    expect(await answer({ ...nosy, ship: [keeper] })).toBe('undefined');
  });

  it('hides the reference’s answer from all of them, while they load too', async () => {
    const early = { js: 'require("tcp").leq(1, 2);', exports: ['leq'] };
    await expect(answer({ ...early, ship: [ring('lt', 7)] })).rejects.toThrow(
      '`leq` is not there yet',
    );
    const thief = plank('ring', ['lt'], 'exports.lt = require("tcp").lt(1, 2);');
    await expect(answer({ ...judged, ship: [thief] })).rejects.toThrow('`lt` is not there yet');
  });

  it('names the lab whose plank cannot be loaded', async () => {
    const throws = plank('ring', ['lt'], 'throw new Error("no");');
    const lacks = plank('ring', ['lt'], '');
    const broken = { js: 'throw new Error("mine");', exports: ['leq'] };
    await expect(answer({ ...judged, ship: [throws] })).rejects.toMatchObject({
      fault: 'threw',
      message: 'Error: no',
      lab: 'ring',
    });
    await expect(answer({ ...judged, ship: [lacks] })).rejects.toMatchObject({
      fault: 'nonsense',
      lab: 'ring',
    });
    await expect(answer({ ...broken, ship: [ring('lt', 7)] })).rejects.toMatchObject({
      fault: 'threw',
      lab: null,
    });
  });
});

describe('planks that stand under the judged one', () => {
  it('lose the names that are judged, and those of a later plank', () => {
    const program = {
      ...judged,
      ship: [
        plank('one', ['lt', 'leq'], '1'),
        plank('two', ['leq'], '2'),
        plank('three', ['lt', 'between'], '3'),
      ],
    };
    expect(underJudged(program)).toEqual([plank('three', ['lt', 'between'], '3')]);
  });
});
