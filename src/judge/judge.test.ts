import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import en from '../../content/i18n/en.json' with { type: 'json' };
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import { translator } from '#text/text.ts';
import { compile } from './compile/compile.ts';
import { readLab, type LabFiles } from './files/read-lab.ts';
import { suiteSource } from './files/suite-source.ts';
import { judge } from './judge.ts';
import { openSuite } from './open-suite.ts';
import type { JudgeOptions } from './options.ts';
import type { Suite } from './suite.ts';
import { explain } from './words.ts';

const ROOT = new URL('../../', import.meta.url);
const STYLES = new URL('tests/styles/listen/', ROOT);
const t = translator(en);

let lab: LabFiles;
let suite: Suite;
beforeAll(async () => {
  lab = await readLab(new URL('labs/listen', ROOT).pathname);
  suite = openSuite(suiteSource(lab));
});

const run = (source: string, options: Partial<JudgeOptions> = {}) =>
  judge(suite, compile(source).js, nodeSandboxes, { seed: 1, ...options });
const plank = (body: string) =>
  `import { add } from 'tcp'; export const listen = (tcb, seg, act) => { ${body} };`;

describe('right solutions pass, however they are written', () => {
  it.each(readdirSync(STYLES))('%s', async (name) => {
    const source = readFileSync(new URL(name, STYLES), 'utf8');
    expect(compile(source).errors).toEqual([]);
    expect(await run(source)).toMatchObject({ verdict: 'passed', cutShort: false });
  });

  it('whatever the order of the cases', async () => {
    for (const seed of [0, 2, 0xffffffff]) {
      expect((await run(lab.solution ?? '', { seed })).verdict).toBe('passed');
    }
  });
});

describe('a wrong answer', () => {
  it('is shown at its first divergence, in the field’s words', async () => {
    const report = await run(
      plank('if (seg.ctl.ack) act.send({ syn: true, ack: true }, { seq: 0, ack: 1 });'),
    );
    const failed = report.cases.find(({ id }) => id === 'ack-draws-reset');
    expect(failed?.verdict).toBe('wrong');
    expect(failed && explain(failed, t)).toEqual([
      'At 100 ms ACK seq=1100 ack=5011 arrives.',
      'Expected: RST seq=5011.',
      'Yours: SYN,ACK seq=0 ack=1.',
      expect.stringMatching(/^Why: In LISTEN, second: an ACK is answered with a RST at SEG\.ACK/),
    ]);
    expect(failed?.divergence).toMatchObject({ t: 100, cause: { input: 1 }, what: 'segments' });
  });

  it('comes with both traces, marked where they part', async () => {
    const report = await run(lab.starter ?? '');
    const failed = report.cases[0];
    const mark = failed?.divergence?.theirsAt ?? -1;
    expect(failed?.theirs.entries[mark]).toMatchObject({ kind: 'step', host: 'B', by: 'learner' });
    const expected = failed?.reference.entries[failed.divergence?.referenceAt ?? -1];
    expect(expected).toMatchObject({ kind: 'step', after: 'SYN-RECEIVED' });
    expect(failed?.theirs.hosts.map(({ title }) => title)).toEqual(['client', 'server']);
    expect(failed?.theirs.entries.map(({ n }) => n)).toEqual(
      failed?.theirs.entries.map((_, i) => i),
    );
  });

  it('is known by the mutant that fails alike', async () => {
    const report = await run(
      lab.mutants.find(({ name }) => name === 'origin-forgotten')?.source ?? '',
    );
    const failed = report.cases.filter(({ verdict }) => verdict !== 'passed');
    expect(failed.filter(({ group }) => group !== 'random')).toMatchObject([
      { id: 'reset-returns-to-listen', group: 'hidden', mutant: 'origin-forgotten' },
    ]);
  });

  it('is known as well when one of its cases is run alone', async () => {
    const source = lab.mutants.find(({ name }) => name === 'syn-without-ack')?.source ?? '';
    const report = await run(source, { only: 'syn-is-answered' });
    expect(report.cases).toMatchObject([{ verdict: 'wrong', mutant: 'syn-without-ack' }]);
  });

  it('has no particular mistake if nothing was written yet', async () => {
    const report = await run(lab.starter ?? '');
    expect(report.cases.map(({ mutant }) => mutant).filter(Boolean)).toEqual([]);
  });
});

describe('a plank that remembers', () => {
  it('is told so', async () => {
    const report = await run(
      lab.mutants.find(({ name }) => name === 'one-at-a-time')?.source ?? '',
    );
    const first = report.cases.find(({ verdict }) => verdict !== 'passed');
    expect(first).toMatchObject({ remembers: true, mutant: null });
  });

  it('does not pass because its memory did no harm the first time', async () => {
    const source = (lab.solution ?? '')
      .replace('export const', 'let calls = 0;\nexport const')
      .replace('// First:', 'if (calls++ > 60) return;\n  // First:');
    const report = await run(source);
    expect(report.verdict).toBe('wrong');
    expect(report.cases.some(({ remembers }) => remembers)).toBe(true);
  });
});

describe('programs that do not answer', () => {
  it('are stopped, and the event is named', async () => {
    const report = await run(plank('while (seg.ctl.syn);'), { budget: 300 });
    expect(report).toMatchObject({ verdict: 'did not return', cutShort: true });
    const [stopped] = report.cases.filter(({ verdict }) => verdict === 'did not return');
    expect(stopped?.event).toMatchObject({
      event: { type: 'SEGMENT-ARRIVES', seg: { ctl: { syn: true } } },
    });
    expect(stopped && explain(stopped, t)[0]).toMatch(/^At \d+ ms SYN.* seq=\d+.* arrives\.$/);
  });

  it('are never passed, even if all that was judged is right', async () => {
    const source = `${lab.solution ?? ''}\nlet calls = 0;\nconst good = listen;\n`.replace(
      'export const listen',
      'const listen',
    );
    const late = `${source}\nconst late: Plank = (...args) => { while (calls++ > 60); good(...args); };\nexport { late as listen };`;
    const report = await run(late, { budget: 300 });
    expect(report.cutShort).toBe(true);
    expect(report.verdict).not.toBe('passed');
  });

  it('throw, with the event and the message', async () => {
    const report = await run(plank('seg.nothing.here;'));
    expect(report.verdict).toBe('threw');
    expect(report.cases[0]).toMatchObject({
      verdict: 'threw',
      message: expect.stringMatching(/^TypeError: .*'here'/) as string,
      event: { t: 100 },
    });
  });

  it('cannot be loaded', async () => {
    expect(await run('throw new Error("no")')).toMatchObject({
      verdict: 'threw',
      message: 'Error: no',
      cases: [],
      cutShort: true,
    });
    expect(await run('export const other = 1;')).toMatchObject({
      verdict: 'returned nonsense',
      message: '`listen` is not exported; the module exports `other`',
    });
    expect(await run('for (;;);', { budget: 300 })).toMatchObject({ verdict: 'did not return' });
  });
});

describe('the console', () => {
  it('is kept per case, at most 200 lines of 2 000 characters', async () => {
    const noisy = 'for (let i = 0; i < 250; i++) console.log("x".repeat(3000), { i });';
    const report = await run(plank(noisy));
    const { lines, left } = report.cases[0]?.console ?? { lines: [], left: 0 };
    expect([lines.length, left, lines[0]?.text.length]).toEqual([200, 50, 2_000]);
  });
});
