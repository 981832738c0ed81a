import { beforeAll, expect, it } from 'vitest';
import { judge } from '#judge/judge.ts';
import type { Suite } from '#judge/suite.ts';
import { closedSandboxes } from '#sandbox/quickjs/closed-sandbox.ts';
import { patienceFor } from './attack.ts';
import { CALLS } from './calls.ts';
import { openLab } from './lab.ts';

let suite: Suite;
beforeAll(async () => {
  ({ suite } = await openLab('ring'));
});

it.concurrent.each(CALLS)('$name', async (attack) => {
  const options = { seed: 1, budget: patienceFor(attack), random: 20 };
  const report = await judge(suite, attack.js, closedSandboxes, options);
  expect(attack.verdicts).toContain(report.verdict);
});
