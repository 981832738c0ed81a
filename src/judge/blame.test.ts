import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import type { ShipPlank } from '#sandbox/sandbox.ts';
import { findFault } from './blame.ts';
import { compile } from './compile/compile.ts';
import { readLab } from './files/read-lab.ts';
import { suiteSource } from './files/suite-source.ts';
import { judge } from './judge.ts';
import type { Report } from './report.ts';
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

describe('the search for the planks at fault', () => {
  const ten = [...'abcdefghij'].map((lab) => plank(lab, [], ''));
  const reportOf = (verdict: 'passed' | 'did not return') =>
    ({ verdict, only: null, cases: [{ id: 'one', verdict }] }) as unknown as Report;

  /** What is found if it hangs with these planks, and how often it was asked. */
  async function search(hangs: (labs: string) => boolean, seconds = 0) {
    let time = 0;
    const asked: string[] = [];
    const again = (planks: readonly ShipPlank[]) => {
      time += seconds * 1_000;
      const labs = planks.map(({ lab }) => lab).join('');
      asked.push(labs);
      return Promise.resolve(reportOf(hangs(labs) ? 'did not return' : 'passed'));
    };
    const found = await findFault(reportOf('did not return'), ten, again, () => time);
    return { culprits: found.culprits.join(''), fault: found.fault, asked: asked.length };
  }

  it.each([...'abcdefghij'])('finds %s among ten in few questions', async (culprit) => {
    const found = await search((labs) => labs.includes(culprit));
    expect(found).toMatchObject({ culprits: culprit, fault: 'others' });
    expect(found.asked).toBeLessThanOrEqual(6);
  });

  it('finds several, each of which is enough', async () => {
    expect(await search((labs) => /[bgh]/.test(labs))).toMatchObject({ culprits: 'bgh' });
    expect(await search((labs) => labs !== '')).toMatchObject({ culprits: 'abcdefghij' });
  });

  it('finds the later of two that fail only together', async () => {
    const found = await search((labs) => labs.includes('b') && labs.includes('i'));
    expect(found).toMatchObject({ culprits: 'i' });
  });

  it('blames nobody for what does not happen again', async () => {
    expect(await search(() => false)).toMatchObject({ fault: 'others', culprits: '' });
  });

  it('ends in time, with what it has found', async () => {
    const found = await search((labs) => labs !== '', 2);
    expect(found).toMatchObject({ fault: 'others', culprits: 'a' });
    expect(found.asked).toBeLessThanOrEqual(6);
    expect(await search((labs) => labs !== '', 5)).toMatchObject({ culprits: '', asked: 3 });
  });
});
