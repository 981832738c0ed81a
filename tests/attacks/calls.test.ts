import { beforeAll, expect, it } from 'vitest';
import { readLab } from '#judge/files/read-lab.ts';
import { judge } from '#judge/judge.ts';
import { openSuite } from '#judge/open-suite.ts';
import type { Suite } from '#judge/suite.ts';
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import { CALLS } from './calls.ts';

let suite: Suite;
beforeAll(async () => {
  const { id, lab, cases } = await readLab(new URL('../../labs/ring/', import.meta.url).pathname);
  suite = openSuite({ lab: id, exports: lab.planks, cases, prints: {} });
});

it.each(CALLS)('$name', async ({ js, verdicts }) => {
  const report = await judge(suite, js, nodeSandboxes, { seed: 1, budget: 400 });
  expect(verdicts).toContain(report.verdict);
});
