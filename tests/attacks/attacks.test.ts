import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '#judge/compile/compile.ts';
import { judge } from '#judge/judge.ts';
import type { Suite } from '#judge/suite.ts';
import { closedSandboxes } from '#sandbox/quickjs/closed-sandbox.ts';
import { patienceFor } from './attack.ts';
import { FAMILIES } from './families.ts';
import { listenToHeart, type Heart } from './heart.ts';
import { openLab } from './lab.ts';

/** A test may take so long on the busiest machine, ms: some fill a memory before they are stopped. */
const LONGEST = 120_000;
/** Few: that a program is wrong shows in the scripts already. */
const DRAWN = 20;

let suite: Suite;
let solution: string;
let heart: Heart;
beforeAll(async () => {
  ({ suite, solution } = await openLab('listen'));
  heart = listenToHeart();
});
afterAll(() => void heart.end());

describe.concurrent.each(Object.entries(FAMILIES))('%s', (_, attacks) => {
  it.each(attacks)('$name', { timeout: LONGEST }, async (attack) => {
    const options = { seed: 1, budget: patienceFor(attack), random: DRAWN };
    const report = await judge(suite, attack.js, closedSandboxes, options);
    expect(attack.verdicts).toContain(report.verdict);
    const allPassed = report.cases.every(({ verdict }) => verdict === 'passed');
    expect(allPassed && !report.cutShort).toBe(false);
  });
});

describe('after all that', () => {
  it('the next run is fine', async () => {
    const js = compile(solution).js;
    const report = await judge(suite, js, closedSandboxes, { seed: 1, random: DRAWN });
    expect(report.verdict).toBe('passed');
  });

  it('the judge was never held up for long', () => {
    const { beats, longest } = heart.end();
    expect(beats).toBeGreaterThan(100);
    expect(longest).toBeLessThan(2_000);
  });
});
