import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import en from '../../content/i18n/en.json' with { type: 'json' };
import { decode, encode } from '#sandbox/codec.ts';
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import { isCalls } from '#sandbox/sandbox.ts';
import { translator } from '#text/text.ts';
import { differingCalls, expectedValues, sameValue } from './calls.ts';
import { compile } from './compile/compile.ts';
import { readLab, type LabFiles } from './files/read-lab.ts';
import { suiteSource } from './files/suite-source.ts';
import { judge } from './judge.ts';
import { openSuite } from './open-suite.ts';
import type { Suite, SuiteSource } from './suite.ts';
import { explain } from './words.ts';

const ROOT = new URL('../../', import.meta.url);
const t = translator(en);

const labs: Record<string, LabFiles> = {};
const suites: Record<string, Suite> = {};
beforeAll(async () => {
  for (const id of ['ring', 'acceptable']) {
    const lab = await readLab(new URL(`labs/${id}`, ROOT).pathname);
    labs[id] = lab;
    // As it travels to the page.
    suites[id] = openSuite(decode(encode(suiteSource(lab))) as SuiteSource);
  }
});

const run = (lab: string, js: string, budget = 1_000) =>
  judge(suites[lab]!, js, nodeSandboxes, { seed: 1, budget });
const right = `
const lt = (a, b) => ((a - b) | 0) < 0;
const leq = (a, b) => ((a - b) | 0) <= 0;
const between = (low, x, high) => lt(low, x) && leq(x, high);
const segLen = ({ ctl, data }) => data.length + ctl.syn + ctl.fin;
Object.assign(exports, { lt, leq, between, segLen });
`;
const styles = (lab: string) =>
  readdirSync(new URL(`tests/styles/${lab}`, ROOT)).map((name) => [lab, name] as const);

describe('right functions pass, however they are written', () => {
  it.each([...styles('ring'), ...styles('acceptable')])('%s: %s', async (lab, name) => {
    const source = readFileSync(new URL(`tests/styles/${lab}/${name}`, ROOT), 'utf8');
    const { js, errors } = compile(source);
    expect(errors).toEqual([]);
    const report = await run(lab, js);
    expect(report.cases.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
    expect(report).toMatchObject({ verdict: 'passed', cutShort: false });
  });
});

describe('a wrong answer', () => {
  it('is shown with its call, in words', async () => {
    const report = await run('ring', `${right} exports.lt = (a, b) => a < b;`);
    const failed = report.cases.find(({ id }) => id === 'before-over-the-edge');
    expect(failed).toMatchObject({ verdict: 'wrong', rfc: '3.4', pkt: '', event: null });
    expect(failed && explain(failed, t)).toEqual([
      'lt(4294967295, 0) is true. Yours says false.',
      'Of 5 calls, 4 should have another answer.',
    ]);
    expect(failed?.calls).toMatchObject({ call: 'lt', at: 0 });
    expect(failed?.calls?.rows[4]).toEqual({
      args: [4_294_967_295, 4_294_967_295],
      expected: false,
      yours: { value: false },
      differs: false,
    });
  });

  it('names a segment in words', async () => {
    const report = await run('acceptable', 'exports.acceptable = () => true;');
    const failed = report.cases.find(({ id }) => id === 'with-text-at-a-shut-window');
    expect(failed && explain(failed, t)[0]).toBe(
      'acceptable(‹ACK seq=1000 len=1›, 1000, 0) is false. Yours says true.',
    );
  });

  it.each(['ring', 'acceptable'])('of %s is known by the mutant that fails alike', async (id) => {
    for (const { name, source, killedBy } of labs[id]!.mutants.slice(0, 4)) {
      const report = await run(id, compile(source).js);
      expect(report.cases.find((one) => one.id === killedBy)?.mutant).toBe(name);
    }
  });

  it('is known although the other functions are not written yet', async () => {
    const none = 'exports.leq = exports.between = () => false; exports.segLen = () => 0;';
    const report = await run('ring', `exports.lt = (a, b) => a < b; ${none}`);
    expect(report.cases.filter(({ mutant }) => mutant !== null)).toMatchObject([
      { id: 'before-over-the-edge', mutant: 'plain-less' },
      { id: 'as-far-as-half-the-ring', mutant: 'plain-less' },
    ]);
  });

  it.each(['ring', 'acceptable'])('of %s is no particular one in the starter', async (id) => {
    const report = await run(id, compile(labs[id]!.starter ?? '').js);
    expect(report.cases.map(({ mutant }) => mutant).filter(Boolean)).toEqual([]);
  });

  it('is one of another type too', async () => {
    const report = await run('ring', `${right} exports.lt = (a, b) => Number(lt(a, b));`);
    expect(report.cases[0]).toMatchObject({ verdict: 'wrong' });
  });
});

describe('a function that gives no answer', () => {
  it('threw, on a call that is named', async () => {
    const js = `${right} exports.lt = (a, b) => { if (a === 7) a.nothing.here; return lt(a, b); };`;
    const report = await run('ring', js);
    const failed = report.cases.find(({ id }) => id === 'one-is-before-the-other');
    expect(report.verdict).toBe('threw');
    expect(failed?.calls).toMatchObject({ at: 2 });
    expect(failed?.calls?.rows.map(({ yours }) => yours !== null)).toEqual([
      ...[true, true, false, false, false],
    ]);
    expect(failed && explain(failed, t)).toEqual([
      'The call was lt(7, 7).',
      expect.stringMatching(/^Your plank threw: TypeError: .*'here'/),
    ]);
  });

  it('did not return, on a call that is named', async () => {
    const js = `${right} exports.segLen = (seg) => { while (seg.data.length === 536); return segLen(seg); };`;
    const report = await run('ring', js, 300);
    expect(report).toMatchObject({ verdict: 'did not return', cutShort: true });
    const stopped = report.cases.find(({ verdict }) => verdict === 'did not return');
    expect(stopped).toMatchObject({ id: 'text-counts', calls: { at: 2 } });
    expect(stopped && explain(stopped, t)[0]).toBe('The call was segLen(‹ACK len=536›).');
  });

  it.each([
    ['', 'what `lt` returned is undefined'],
    ['return NaN;', 'what `lt` returned is NaN'],
    ['return 1n;', 'what `lt` returned is 1n'],
    ['return () => true;', 'what `lt` returned is function'],
    ['return Promise.resolve(true);', '`lt` returned a promise'],
    ['const loop = []; loop.push(loop); return loop;', 'what `lt` returned has no end'],
  ])('returned nonsense: %s', async (body, message) => {
    const report = await run('ring', `${right} exports.lt = (a, b) => { ${body} };`);
    const [first] = report.cases;
    expect(first?.verdict).toBe('returned nonsense');
    expect(first?.message).toContain(message);
    expect(first && explain(first, t)[0]).toBe('The call was lt(1, 2).');
  });
});

it('a function that remembers is told so', async () => {
  const js = `${right} let calls = 0; exports.lt = (a, b) => calls++ < 12 && lt(a, b);`;
  const report = await run('ring', js);
  expect(report.verdict).toBe('wrong');
  expect(report.cases.some(({ remembers }) => remembers)).toBe(true);
});

it('a function that writes to its arguments harms no other call', async () => {
  const js = `${right} exports.segLen = (seg) => { const n = segLen(seg); seg.ctl.syn = true; seg.data = []; return n; };`;
  const tables = { ...suites.ring!, cases: suites.ring!.cases.filter(({ pkt }) => pkt === '') };
  const report = await judge(tables, js, nodeSandboxes, { seed: 1 });
  expect(report.verdict).toBe('passed');
});

it('no two numbers half a ring apart are ever asked about', () => {
  for (const { runs } of suites.ring!.cases) {
    for (const each of runs.filter(isCalls).filter(({ call }) => call !== 'segLen')) {
      for (const args of each.args as readonly (readonly number[])[]) {
        const apart = args.flatMap((a) => args.map((b) => (b - a) >>> 0));
        expect(apart).not.toContain(2 ** 31);
      }
    }
  }
});

describe('values', () => {
  it('are alike whatever the order of their fields', () => {
    expect(sameValue({ a: 1, b: [true, null] }, { b: [true, null], a: 1 })).toBe(true);
    expect(sameValue(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
  });

  it.each([
    [1, '1'],
    [{ a: 1 }, { a: 1, b: 2 }],
    [[1], [1, 2]],
    [Uint8Array.of(1), [1]],
    [null, {}],
    [[], {}],
    [{ a: null }, { b: null }],
  ])('%j is not %j', (a, b) => {
    expect([sameValue(a, b), sameValue(b, a)]).toEqual([false, false]);
  });

  it('are missing where a run ended early', () => {
    expect(differingCalls([true], [true, false])).toEqual([1]);
  });

  it('come from the reference; a table that it cannot answer is an error', () => {
    expect(expectedValues({ call: 'lt', args: [[1, 2]] })).toEqual([true]);
    expect(() => expectedValues({ call: 'listen', args: [[]] })).toThrow(
      'the reference cannot answer a call of listen: Error: `listen` is no function of the engine',
    );
  });
});
