import { beforeAll, describe, expect, it } from 'vitest';
import { readLab, type LabFiles } from '#judge/files/read-lab.ts';
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import { checkFiles } from './labs-check-files.ts';
import { checkSuite } from './labs-check-suite.ts';
import { checkTexts } from './labs-check-texts.ts';

let lab: LabFiles;
beforeAll(async () => {
  lab = await readLab(new URL('../../labs/listen', import.meta.url).pathname);
});

const problems = (findings: readonly { problem: string | null }[]) =>
  findings.flatMap(({ problem }) => problem ?? []);

describe('checkFiles and checkTexts say what is missing', () => {
  it.each<[string, (good: LabFiles) => Partial<LabFiles>, string]>([
    ['the starter', () => ({ starter: null }), 'write starter.ts'],
    ['the story', () => ({ text: '---\ntitle: X\n---\nDo it.' }), 'a list `story:`'],
    ['a hint’s text', () => ({ hints: '## A\n\n## B\nb\n## C\nc' }), '1 hints have no text'],
    ['a hint', () => ({ hints: '## A\na' }), 'found 1, needs 3'],
    ['a sentence', (good) => ({ messages: { ...good.messages, tests: {} } }), 'syn-is-answered'],
    [
      'a gap’s filling',
      () => ({ hints: '## A\n\n‹one idea›\n## B\nb\n## C\nc' }),
      'fill in\n    hints.en.mdx: ‹one idea›',
    ],
    [
      'nothing, but there is a stray file',
      (good) => ({ files: [...good.files, 'notes.txt'] }),
      'notes.txt does not belong into a lab: remove it',
    ],
    [
      'nothing, but a name is written otherwise',
      (good) => ({ files: [...good.files, 'mutants/No_Ring.ts'] }),
      'mutants/No_Ring.ts: rename it to mutants/no-ring.ts',
    ],
  ])('%s', (_, change, expected) => {
    const changed = { ...lab, ...change(lab) };
    const found = [...checkFiles(changed), ...checkTexts(changed, 'en')];
    expect(problems(found).join('\n')).toContain(expected);
  });
});

describe('checkSuite says what does not hold', () => {
  const good = 'origin-forgotten';
  const only = (change: Partial<LabFiles>) =>
    checkSuite(
      { ...lab, mutants: lab.mutants.filter(({ name }) => name === good), ...change },
      nodeSandboxes,
    );

  it('a mutant that names the wrong test, a starter that passes, a solution that fails', async () => {
    const mutants = lab.mutants
      .filter(({ name }) => name === good)
      .map((mutant) => ({ ...mutant, killedBy: 'syn-is-answered' }));
    const found = problems(
      await only({ mutants, starter: lab.solution, solution: lab.starter }),
    ).join('\n');
    expect(found).toContain('syn-is-answered does not kill it');
    expect(found).toContain('starter.ts passes every test');
    expect(found).toContain('solution.ts fails: syn-is-answered');
    expect(found).toContain('it kills no mutant that the visible tests leave');
  });

  it('code that does not compile', async () => {
    const found = problems(await only({ starter: 'let x: number = "a";' }));
    expect(found).toContain("line 1: Type 'string' is not assignable to type 'number'.");
  });

  it('a mutant that does not return, does not load, does not compile, has no plank', async () => {
    const mutant = (name: string, source: string) => ({
      name,
      source,
      killedBy: 'syn-is-answered',
    });
    const found = await only({
      mutants: [
        mutant('loops', 'export const listen = () => { for (;;); };'),
        mutant('throws', 'export const listen = () => undefined; throw new Error("no");'),
        mutant('breaks', 'let x: = 1;'),
        mutant('empty', 'export {};'),
      ],
    });
    expect(problems(found.slice(-4))).toEqual([
      expect.stringMatching(/^it does not return in syn-is-answered: /),
      'it cannot be run: no',
      'line 1: Type expected.',
      expect.stringMatching(
        /^it returned nonsense before syn-is-answered: `listen` is not exported/,
      ),
    ]);
  }, 20_000);

  it('a script that the reference does not play', async () => {
    const [first] = lab.cases;
    const cases =
      first && 'pkt' in first ? [{ ...first, pkt: first.pkt.replace('ack 1', 'ack 2') }] : [];
    expect(problems(await only({ cases })).join()).toMatch(/^line 8, column 1: expected > S\. /);
  });
});
