import { describe, expect, it } from 'vitest';
import { RFC9293 } from '#tcp';
import { from, US } from '#tcp/fixtures.ts';
import { nodeSandboxes } from './node/node-sandbox.ts';
import { closedSandboxes } from './quickjs/closed-sandbox.ts';
import type { Program, Run, SandboxFactory } from './sandbox.ts';

/** What the first run of a program came to. */
async function outcomeOf(factory: SandboxFactory, program: Program, run: Run) {
  const sandbox = await factory.open();
  try {
    await sandbox.load(program);
    const [outcome] = await sandbox.run([run]);
    return outcome;
  } finally {
    sandbox.close();
  }
}

const ring = (js: string): Program => ({ js, exports: ['lt', 'leq'] });
const LT: Run = { call: 'lt', args: [[1, 2]] };

/** Somebody calls a listener. */
const CALLED: Run = {
  config: RFC9293,
  isn: [300],
  inputs: [
    { at: 0, kind: 'call', conn: '3', call: { type: 'OPEN', mode: 'passive', local: US } },
    { at: 1, kind: 'segment', seg: from({ syn: true }) },
  ],
  until: 10,
};

describe.each([
  ['V8', nodeSandboxes],
  ['QuickJS', closedSandboxes],
] as const)('in %s', (_, factory) => {
  it.each([
    ['given on as it is', 'Object.assign(exports, { lt: tcp.lt, leq: () => true });', LT, 'lt'],
    ['asked for in turn', 'exports.lt = (a, b) => tcp.lt(a, b); exports.leq = tcp.leq;', LT, 'lt'],
    [
      'asked for by way of another',
      'exports.lt = (a, b) => !tcp.leq(b, a); exports.leq = (a, b) => !tcp.lt(b, a);',
      LT,
      'lt',
    ],
  ])('a plank of ’tcp’ that is the learner’s own, %s, is told so', async (_how, js, run, name) => {
    const outcome = await outcomeOf(factory, ring(`const tcp = require('tcp'); ${js}`), run);
    expect(outcome).toMatchObject({ kind: 'nonsense', at: { call: 0 } });
    expect(outcome).toHaveProperty('message', expect.stringContaining(`use your own \`${name}\``));
  });

  it('a plank may come back to itself now and then', async () => {
    const js = `const tcp = require('tcp');
      exports.lt = (a, b) => (a > 3 && b > 3 ? tcp.lt(a - 3, b - 3) : a < b);
      exports.leq = () => true;`;
    const run: Run = { call: 'lt', args: [...Array(60).keys()].map((n) => [n + 60, n + 61]) };
    expect(await outcomeOf(factory, ring(js), run)).toMatchObject({
      kind: 'done',
      record: { values: Array(60).fill(true) },
    });
  });

  it('an async plank is told that it must act at once', async () => {
    const js = 'exports.listen = async () => { throw new Error("late"); };';
    const outcome = await outcomeOf(factory, { js, exports: ['listen'] }, CALLED);
    expect(outcome).toMatchObject({ kind: 'nonsense', at: { input: 1 } });
    expect(outcome).toHaveProperty(
      'message',
      expect.stringMatching(/`listen` returned a promise, as every async function does/),
    );
  });
});
