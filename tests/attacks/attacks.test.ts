import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '#judge/compile/compile.ts';
import { readLab } from '#judge/files/read-lab.ts';
import { judge } from '#judge/judge.ts';
import { openSuite } from '#judge/open-suite.ts';
import type { Suite } from '#judge/suite.ts';
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import { ENDLESS } from './endless.ts';
import { ESCAPE } from './escape.ts';
import { FORGERY } from './forgery.ts';
import { NONSENSE } from './nonsense.ts';

const LAB = new URL('../../labs/listen/', import.meta.url);
/** An honest program needs a few ms; the less, the sooner the endless ones are over. */
const BUDGET = 400;

let suite: Suite;
let heartbeats = 0;
let longest = 0;
let timer: NodeJS.Timeout;

beforeAll(async () => {
  const { id, lab, cases } = await readLab(LAB.pathname);
  suite = openSuite({ lab: id, exports: lab.planks, cases, prints: {} });
  let last = performance.now();
  timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    heartbeats++;
  }, 10);
});
afterAll(() => clearInterval(timer));

describe.each([
  ['endless', ENDLESS],
  ['nonsense', NONSENSE],
  ['forgery', FORGERY],
  ['escape', ESCAPE],
])('%s', (_, attacks) => {
  it.each(attacks)('$name', async ({ js, verdicts }) => {
    const report = await judge(suite, js, nodeSandboxes, { seed: 1, budget: BUDGET });
    expect(verdicts).toContain(report.verdict);
    expect(report.cases.every(({ verdict }) => verdict === 'passed') && !report.cutShort).toBe(
      false,
    );
  });
});

describe('after all that', () => {
  it('the next run is fine', async () => {
    const solution = readFileSync(new URL('solution.ts', LAB), 'utf8');
    const report = await judge(suite, compile(solution).js, nodeSandboxes, { seed: 1 });
    expect(report.verdict).toBe('passed');
  });

  it('the judge was never held up for long', () => {
    expect(heartbeats).toBeGreaterThan(100);
    expect(longest).toBeLessThan(2_000);
  });
});
