import { typescriptLanguage } from '@codemirror/lang-javascript';
import { expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { syntaxProblems } from './syntax.ts';

function said(code: string): readonly string[] {
  return syntaxProblems(typescriptLanguage.parser.parse(code), code, t).map(
    ({ from, to, message }) => `${JSON.stringify(code.slice(from, to))} ${message}`,
  );
}

it.each([
  ['const = 5;', '"=" “=” cannot stand here.'],
  ['const a = 1 +;', '"+" Something is missing before “;”.'],
  ['retrun x;', '"n" Something is missing before “x”.'],
  ['const f = () => {\n  foo();\n', '";" The “{” of line 1 is never closed.'],
  ['x = [1,\n 2;', '"2" The “[” of line 1 is not closed, or something is missing before “;”.'],
  ['foo();\n/* abc', '"c" The comment that begins in line 2 never ends.'],
  ['const s = `abc', '"c" The text that begins in line 1 never ends.'],
  ['const a = 1；', '"；" “；” is a wide sign. Write “;” here.'],
  ['foo（1);', '"（" “（” is a wide sign. Write “(” here.'],
  ['const s = “a”;', '"“" ““” is a wide sign. Write “"” here.'],
  ['(', '"(" The “(” of line 1 is never closed.'],
])('says what is wrong with %j', (code, words) => {
  expect(said(code)[0]).toBe(words);
});

it('tells one mistake per line and no more than three', () => {
  expect(said('const = = 5;')).toHaveLength(1);
  expect(said('const = 1;\n'.repeat(8))).toHaveLength(3);
});

it('has nothing to say of a text without a mistake', () => {
  expect(said("import { lt } from 'tcp';\nexport const 使用 = lt(1, 2);\n")).toEqual([]);
});
