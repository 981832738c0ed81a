import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import type { ShipPlank } from '#sandbox/sandbox.ts';
import { findFault } from './blame.ts';
import { compile } from './compile/compile.ts';
import { readLab } from './files/read-lab.ts';
import { suiteSource } from './files/suite-source.ts';
import { judge } from './judge.ts';
import { openSuite } from './open-suite.ts';
import type { Suite } from './suite.ts';

const LABS = new URL('../../labs/', import.meta.url);
const solution = (lab: string) => readFileSync(new URL(`${lab}/solution.ts`, LABS), 'utf8');
const plank = (lab: string, exports: readonly string[], source: string): ShipPlank => ({
  lab,
  exports,
  js: compile(source).js,
});
const closed = plank('closed', ['closed'], solution('closed'));
const ring = plank('ring', ['lt', 'leq', 'between', 'segLen'], solution('ring'));
/** Believes that a SYN takes no place in the sequence space. */
const short = plank('ring', ['segLen'], 'export const segLen = (seg) => seg.data.length;');

let suite: Suite;
beforeAll(async () => {
  suite = openSuite(suiteSource(await readLab(new URL('listen', LABS).pathname)));
});

async function fault(source: string, ship: readonly ShipPlank[], only?: string) {
  const js = compile(source).js;
  const again = (planks: readonly ShipPlank[], one: string | undefined) =>
    judge(suite, js, nodeSandboxes, { seed: 1, random: 20, ship: planks, only: one });
  return findFault(await again(ship, only), ship, again);
}

describe('what fails among the learner’s other planks', () => {
  it('is nobody’s fault if it passes', async () => {
    expect(await fault(solution('listen'), [ring, closed])).toEqual({
      labs: ['ring', 'closed'],
      fault: null,
      culprits: [],
      isRight: true,
    });
  });

  it('is the judged plank’s fault if the reference’s planks do not help', async () => {
    const mute = 'export const listen = (tcb, seg, act) => act.drop("no");';
    expect(await fault(mute, [ring])).toMatchObject({ fault: 'own', isRight: false });
  });

  it('is the other plank’s fault without which it passes', async () => {
    const report = await fault(solution('listen'), [short, closed]);
    expect(report).toEqual({
      labs: ['ring', 'closed'],
      fault: 'others',
      culprits: ['ring'],
      isRight: true,
    });
  });

  it('is the fault of a plank that cannot be loaded', async () => {
    const broken = plank('closed', ['closed'], 'throw new Error("no"); export const closed = 1;');
    expect(await fault(solution('listen'), [ring, broken])).toMatchObject({
      fault: 'others',
      culprits: ['closed'],
    });
  });

  it('says no more of the plank than was tried', async () => {
    const report = await fault(solution('listen'), [short], 'ack-draws-reset');
    expect(report.isRight).toBe(false);
  });
});
