import { describe, expect, test } from 'vitest';

import { undocumented } from './docstrings.ts';
import { wrongWay } from './imports.ts';
import { messageProblems } from './messages.ts';
import { ROOMS } from './rooms.ts';
import { linesOfLogic, oversized } from './size.ts';
import { strays } from './top-level.ts';
import { machinePaths, silenced, unfinished } from './words.ts';

const file = (path: string, text: string) => [{ path, text }];

test('rooms import only rooms that exist, and never in a circle', () => {
  const below = (room: string): readonly string[] =>
    (ROOMS[room] ?? []).flatMap((next) => [next, ...below(next)]);
  for (const room of Object.keys(ROOMS)) {
    expect(below(room).every((other) => ROOMS[other] !== undefined)).toBe(true);
    expect(below(room)).not.toContain(room);
  }
});

test('comments and blank lines are no logic', () => {
  expect(linesOfLogic('/**\n * a\n */\nconst a = 1;\n\n// b\nconst b = 2;\n')).toBe(2);
  expect(oversized(file('src/a.ts', 'x;\n'.repeat(301)))).toHaveLength(1);
  expect(oversized(file('src/a.css', 'x;\n'.repeat(301)))).toEqual([]);
});

test('exported functions want a comment above them', () => {
  const bare = 'export function f() {}\nexport const g = (a: number) => a;\nexport const h = 1;';
  expect(undocumented(file('src/judge/a.ts', bare))).toHaveLength(2);
  expect(undocumented(file('src/judge/a.ts', `/** Does f. */\nexport function f() {}`))).toEqual(
    [],
  );
});

test('unfinished work is found, except in a starter', () => {
  const text = `// ${'TO' + 'DO'}: write this`;
  expect(unfinished(file('src/a.ts', text))).toHaveLength(1);
  expect(unfinished(file('labs/listen/starter.ts', text))).toEqual([]);
});

test('tests that are switched off are found', () => {
  const off = `${'test'}.skip('x', () => {})`;
  expect(silenced(file('src/a.test.ts', off))).toHaveLength(1);
  expect(silenced(file('src/a.ts', `// ${'eslint'}-disable-next-line`))).toHaveLength(1);
});

test.each(['/wor' + 'k/main/x', 'see /tm' + 'p/x', '../sha' + 'red/design.md'])(
  '%s names a machine',
  (text) => {
    expect(machinePaths(file('README.md', text))).toHaveLength(1);
  },
);

test('an address of the site names no machine', () => {
  expect(machinePaths(file('README.md', 'https://example.org/home/x and src/work/a'))).toEqual([]);
});

test('pages import one way', () => {
  const uses = (name: string) => `---\nimport X from '${name}';\n---`;
  expect(wrongWay(file('src/figures/X.astro', uses('#course/X.astro')))).toHaveLength(1);
  expect(wrongWay(file('src/figures/X.astro', uses('../course/X.astro')))).toHaveLength(1);
  expect(wrongWay(file('src/figures/X.astro', uses('#trace/trace.ts')))).toEqual([]);
  expect(wrongWay(file('content/docs/a.mdx', uses('#tcp')))).toHaveLength(1);
});

test('strays are found', () => {
  expect(strays(['src/a.ts', 'README.md', 'notes.txt', 'old/x'])).toEqual([
    'notes.txt has no place here',
    'old/ has no place here',
  ]);
});

describe('interface texts', () => {
  const problems = (keys: readonly string[], code: string) =>
    messageProblems(keys, file('src/a.ts', code), new Set(['search.label']));

  test('a key may be whole, computed or plural', () => {
    const code = "t('a.b'); t(`state.${state}`); count(t, 'en', 'n.planks', 2)";
    expect(problems(['a.b', 'state.LISTEN', 'n.planks.one', 'n.planks.other'], code)).toEqual([]);
  });

  test('a key that nobody uses is a problem, unless Starlight does', () => {
    expect(problems(['a.b', 'search.label'], '')).toEqual(['a.b is written and never used']);
  });

  test('a key that nobody wrote is a problem', () => {
    expect(problems([], "t('a.b')")).toEqual(['src/a.ts: asks for a.b, which nobody wrote']);
  });
});
