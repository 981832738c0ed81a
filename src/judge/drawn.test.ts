import { beforeAll, describe, expect, it } from 'vitest';
import en from '../../content/i18n/en.json' with { type: 'json' };
import { course } from '../../course.config.ts';
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import { parsePkt } from '#scenario/packetdrill/parse.ts';
import { pktToRun } from '#scenario/packetdrill/run.ts';
import { runToPkt } from '#scenario/packetdrill/write.ts';
import { isCalls } from '#sandbox/sandbox.ts';
import { translator } from '#text/text.ts';
import { compile } from './compile/compile.ts';
import { drawnCases } from './drawn.ts';
import { readLab, type LabFiles } from './files/read-lab.ts';
import { suiteSource } from './files/suite-source.ts';
import { judge } from './judge.ts';
import { openSuite } from './open-suite.ts';
import type { JudgeOptions } from './options.ts';
import type { Progress, Report } from './report.ts';
import type { Suite } from './suite.ts';
import { explain } from './words.ts';

const LABS = new URL('../../labs/', import.meta.url);
const t = translator(en);

let lab: LabFiles;
let listen: Suite;
let ring: Suite;
beforeAll(async () => {
  lab = await readLab(new URL('listen', LABS).pathname);
  listen = openSuite(suiteSource(lab));
  ring = openSuite({ ...suiteSource(await readLab(new URL('ring', LABS).pathname)) });
});

/** The suite without its written cases: what the drawn ones find by themselves. */
const drawnOnly = (suite: Suite): Suite => ({ ...suite, cases: [] });
const run = (suite: Suite, js: string, options: Partial<JudgeOptions> = {}) =>
  judge(suite, js, nodeSandboxes, { seed: 1, random: 100, ...options });
const randomOf = ({ cases }: Report) => cases.find(({ id }) => id === 'random');
const right = () => compile(lab.solution ?? '').js;
const plank = (body: string) =>
  `const { add } = require('tcp'); ${body}; exports.listen = (...args) => broken(...args);`;

describe('drawn cases', () => {
  it('are one case of the suite, passed by what is right', async () => {
    const heard: Progress[] = [];
    const report = await run(listen, right(), { onProgress: (each) => heard.push(each) });
    expect(report).toMatchObject({ verdict: 'passed', total: listen.cases.length + 1 });
    expect(report.cases.at(-1)).toMatchObject({
      ...{ id: 'random', group: 'random', verdict: 'passed', drawn: 100, pkt: '', cause: '' },
    });
    expect(heard.at(-1)?.groups.random).toEqual({ done: 100, total: 100 });
    expect(heard.at(-1)?.done).toBe(heard.at(-1)?.total);
  });

  it('can be left out, or be all that is run', async () => {
    expect((await run(listen, right(), { random: 0 })).cases).toHaveLength(listen.cases.length);
    const report = await run(listen, right(), { only: 'random' });
    expect(report).toMatchObject({ verdict: 'passed', only: 'random', total: 1 });
    expect(report.cases.map(({ id }) => id)).toEqual(['random']);
  });

  it('show the smallest that fails, as a script that has the failure', async () => {
    const js = right().replace('seg.ctl.rst', 'false');
    const report = await run(drawnOnly(listen), js);
    const failed = randomOf(report);
    expect(failed).toMatchObject({ verdict: 'wrong', drawn: 100, rfc: '3.10.7.2, first' });
    const { inputs } = pktToRun(parsePkt(failed?.pkt ?? '')).run;
    expect(inputs).toHaveLength(2);
    expect(inputs[1]).toMatchObject({ kind: 'segment', seg: { ctl: { rst: true } } });
    expect(failed?.divergence).toMatchObject({ cause: { input: 1 } });
    expect(failed && explain(failed, t).at(-1)).toMatch(/^Why: In LISTEN, first: a RST is ignored/);
  });

  it('show the same one whenever the seed is the same', async () => {
    const js = right().replace('seg.ctl.rst', 'false');
    const [one, two] = [await run(listen, js), await run(listen, js)];
    expect({ ...one, ms: 0 }).toEqual({ ...two, ms: 0 });
  });

  it('bear the name of a mistake that a written case with the same cause has', async () => {
    const source =
      lab.mutants.find(({ name }) => name === 'text-on-syn-acknowledged')?.source ?? '';
    const { js } = compile(source);
    const report = await run(listen, js);
    const named = report.cases.filter(({ mutant }) => mutant !== null);
    expect(named.map(({ group }) => group)).toEqual(expect.arrayContaining(['hidden', 'random']));
    expect(new Set(named.map(({ mutant }) => mutant))).toEqual(
      new Set(['text-on-syn-acknowledged']),
    );
    expect(new Set(named.map(({ cause }) => cause)).size).toBe(1);
    expect(randomOf(await run(listen, js, { only: 'random' }))?.mutant).toBeNull();
  });

  it('throw, on the event that did it', async () => {
    const js = right().replace(
      'if (seg.ctl.rst)',
      'if (seg.ctl.fin) seg.no.where; if (seg.ctl.rst)',
    );
    const failed = randomOf(await run(drawnOnly(listen), js));
    expect(failed).toMatchObject({
      verdict: 'threw',
      event: { event: { type: 'SEGMENT-ARRIVES', seg: { ctl: { fin: true } } } },
    });
    expect(pktToRun(parsePkt(failed?.pkt ?? '')).run.inputs).toHaveLength(2);
  });

  it('name the one that does not return, up to the event on which it hangs', async () => {
    const js = plank('const broken = (tcb, seg) => { while (seg.ctl.fin); }');
    const report = await run(drawnOnly(listen), js, { budget: 300 });
    expect(report).toMatchObject({ verdict: 'did not return', cutShort: true });
    const failed = randomOf(report);
    expect(failed?.event?.event).toMatchObject({ seg: { ctl: { fin: true } } });
    const { inputs } = pktToRun(parsePkt(failed?.pkt ?? '')).run;
    expect(inputs.at(-1)).toMatchObject({ seg: { ctl: { fin: true } } });
  });

  it('tell of a plank that remembers what came before', async () => {
    const js = `${right()}; let calls = 0; const good = exports.listen;
      exports.listen = (...args) => calls++ > 50 || good(...args);`;
    const report = await run(drawnOnly(listen), js);
    expect(randomOf(report)).toMatchObject({ verdict: 'wrong', remembers: true, mutant: null });
  });

  it('are calls, for a plank that is a function', async () => {
    const js = `const lt = (a, b) => ((a - b) | 0) < 0; const leq = (a, b) => ((a - b) | 0) <= 0;
      const segLen = ({ ctl, data }) => data.length + ctl.syn + ctl.fin;
      const between = (low, x, high) => lt(low, x) && x <= high;
      Object.assign(exports, { lt, leq, segLen, between });`;
    const failed = randomOf(await run(drawnOnly(ring), js));
    expect(failed).toMatchObject({ verdict: 'wrong', pkt: '', calls: { call: 'between' } });
    expect(failed?.calls?.rows).toHaveLength(1);
  });
});

it('a case that does not exist cannot be run', async () => {
  await expect(run(listen, right(), { only: 'nothing' })).rejects.toThrow(
    'listen has no case nothing',
  );
});

it('one written case can be run alone', async () => {
  const report = await run(listen, right(), { only: 'syn-is-answered' });
  expect(report).toMatchObject({ verdict: 'passed', only: 'syn-is-answered', total: 1 });
});

it.each(course.labs)('the drawn cases of %s can be written as scripts', async (id) => {
  const { lab: about, cases, random } = await readLab(new URL(id, LABS).pathname);
  const source = { lab: id, exports: about.planks, cases, random, prints: {} };
  const drawn = drawnCases(openSuite(source as Parameters<typeof openSuite>[0]), 7, 150);
  for (const each of drawn?.runs ?? []) {
    if (isCalls(each)) continue;
    const again = pktToRun(parsePkt(runToPkt(each, { rfc: '3.4' })), { config: each.config }).run;
    expect({ ...again, isn: again.isn[0] }).toEqual({ ...each, isn: each.isn[0] });
  }
});
