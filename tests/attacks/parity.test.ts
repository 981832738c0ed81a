import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { transpile } from '#judge/compile/compile.ts';
import { judge } from '#judge/judge.ts';
import type { Report } from '#judge/report.ts';
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import { reusedSandboxes } from '#sandbox/node/reused-sandboxes.ts';
import { closedSandboxes } from '#sandbox/quickjs/closed-sandbox.ts';
import type { SandboxFactory } from '#sandbox/sandbox.ts';
import { course } from '../../course.config.ts';
import { ROOT } from '../../src/cli/paths.ts';
import type { Attack } from './attack.ts';
import { CALLS } from './calls.ts';
import { FAMILIES } from './families.ts';
import { openLab } from './lab.ts';

/*
 * What is judged in the closed sandbox has the verdict that it has in the one for our own files, whose
 * engine is that of the browser most people have: the same kind, on the same cases.
 */

const DEEP = process.env['COURSE_DEEP'] !== undefined;
/** More than anything that comes to an end needs in either of them. */
const BUDGET = 10_000;
const DRAWN = DEEP ? 100 : 20;
/** A test may take so long on the busiest machine, ms. */
const LONGEST = DEEP ? 3_600_000 : 300_000;

/** What is another thing in each engine, and why. */
const APART: Readonly<Record<string, string>> = {
  'looking for the engine in the stack': 'only V8 shows functions of its stack',
};

/**
 * Every so-manieth; twice as many in the deep tests, where each meets more drawn cases as well. Which
 * ones depends on the place, never on chance.
 */
function spread<T>(all: readonly T[], step: number): readonly T[] {
  const every = DEEP ? Math.ceil(step / 2) : step;
  return all.filter((_, i) => i % every === 0);
}

/** What a report says of its program, without the words. */
function essence({ verdict, cutShort, cases }: Report) {
  return {
    verdict,
    cutShort,
    cases: Object.fromEntries(cases.map((each) => [each.id, each.verdict])),
  };
}

/** What lies in a lab attacks nothing: for it no process need be started each time. */
const ours = reusedSandboxes();
afterAll(() => ours.end());

async function expectSame(lab: string, js: string, open: SandboxFactory): Promise<void> {
  const { suite } = await openLab(lab);
  const judged = async (factory: SandboxFactory) =>
    essence(await judge(suite, js, factory, { seed: 1, budget: BUDGET, random: DRAWN }));
  expect(await judged(closedSandboxes)).toEqual(await judged(open));
}

/** Solutions of a lab in other styles, where there are some. */
function stylesOf(lab: string): readonly string[] {
  const folder = `${ROOT}/tests/styles/${lab}`;
  return readdirSync(`${ROOT}/tests/styles`).includes(lab)
    ? readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    : [];
}

describe.concurrent.each(course.labs)('of the lab %s', (lab) => {
  it('the solution, the starter and other styles', { timeout: LONGEST }, async () => {
    const { solution, starter } = await openLab(lab);
    for (const source of [solution, starter, ...spread(stylesOf(lab), 3)]) {
      await expectSame(lab, transpile(source), ours);
    }
  });

  it('mutants', { timeout: LONGEST }, async () => {
    const { mutants } = (await openLab(lab)).files;
    for (const { source } of spread(mutants, 12)) await expectSame(lab, transpile(source), ours);
  });
});

describe.concurrent('of programs that attack', () => {
  const { escape = [], forgery = [], poison = [], nonsense = [] } = FAMILIES;
  // What may not return ends where an engine's patience or size does.
  const alike = (all: readonly Attack[]) =>
    all.filter(({ name, verdicts }) => !verdicts.includes('did not return') && !(name in APART));
  const listen = alike([...escape, ...forgery, ...poison, ...nonsense]);

  it.each(spread(listen, 5))('$name', ({ js }) => expectSame('listen', js, nodeSandboxes));
  it.each(spread(alike(CALLS), 3))('$name', ({ js }) => expectSame('ring', js, nodeSandboxes));
});
