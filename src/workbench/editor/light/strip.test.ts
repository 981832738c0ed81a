import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { compile } from '#judge/compile/compile.ts';
import { t } from '#text/en.ts';
import { parseProblems, strip } from './strip.ts';

function js(code: string): string {
  const compiled = strip(code, t);
  if (compiled.kind !== 'program') throw new Error(JSON.stringify(compiled));
  expect(compiled.checked).toBe(false);
  return compiled.js;
}

/** What a module exports when it is run, with a stand-in for 'tcp'. */
function exportsOf(text: string): Record<string, unknown> {
  const module = { exports: {} };
  const tcp = { lt: (a: number, b: number) => a < b };
  runInNewContext(text, { module, exports: module.exports, require: () => tcp });
  return module.exports;
}

const shapes = {
  'types, and names that are only types': `import { lt, type Plank } from 'tcp';
    import type { Segment } from 'tcp';
    interface A<T> { x: T }
    type B = A<number> | Segment;
    export const less = (a: number, b: number): boolean => lt(a, b) as boolean;
    export const answer = [less(1, 2), ({ x: 1 } satisfies B as B)!] as const;`,
  'an enum': `enum Side { Left, Right = 'r' } export const answer = [Side.Left, Side.Right, Side[0]];`,
  'a class with fields made from parameters': `abstract class Base { abstract go(): number; }
    class K extends Base {
      static readonly one = 1; #two = 2; declare x: number;
      constructor(private readonly three: number, public four = 4) { super(); }
      override go(): number { return K.one + this.#two + this.three + this.four; }
    }
    export const answer = new K(3).go();`,
  'generics, overloads, assertions': `function f(a: string): string; function f(a: number): number;
    function f<T>(a: T): T { return a; }
    const g = <T,>(a: T) => a; function is(a: unknown): asserts a is number {}
    is(1); export const answer = [f('a'), g<number>(2), <number>(3 as unknown)];`,
  'an export that changes later, and a default': `export let answer = 1; export function more() { answer += 1; }
    more(); export default answer;`,
  'newer syntax': `const a: { b?: { c: number } } = {}; export const answer = [a.b?.c ?? 7, 1_000, 2n ** 3n === 8n];`,
};

describe('a plank without its types', () => {
  it.each(Object.entries(shapes))('does what TypeScript makes of it: %s', (_, code) => {
    const ours = exportsOf(js(code));
    const theirs = exportsOf(compile(code).js);
    expect(ours).toHaveProperty('answer');
    expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
  });

  it('keeps every line where it was', () => {
    const code =
      "import { lt } from 'tcp';\n\ntype A = {\n  x: 1;\n};\nexport const here = lt(1, 2);\n";
    expect(js(code).split('\n')[5]).toContain('here');
  });

  it('is made of every solution in the repository', () => {
    const labs = new URL('../../../../labs/', import.meta.url);
    const files = readdirSync(labs)
      .map((lab) => new URL(`${lab}/solution.ts`, labs))
      .filter((file) => existsSync(file));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const code = readFileSync(file, 'utf8');
      expect(Object.keys(exportsOf(js(code))).sort()).toEqual(
        Object.keys(exportsOf(compile(code).js)).sort(),
      );
    }
  });
});

describe('what cannot be run', () => {
  it.each([
    ['const = 5;', 1, 7],
    ['export const f = () => {\n  return (1;\n};', 2, 11],
    ['const a = 1；', 1, 12],
    ['const a = foo(1,, 2);', 1, 17],
  ])('is told with its place: %s', (code, line, column) => {
    const compiled = strip(code, t);
    expect(compiled).toMatchObject({ kind: 'problems', problems: [{ line, column }] });
    expect(JSON.stringify(compiled)).not.toContain('Error transforming');
    expect(parseProblems(code, t)).toHaveLength(1);
  });

  it('is a namespace, which would silently vanish', () => {
    const compiled = strip('const a = 1;\nnamespace N { export const b = 2; }\n', t);
    expect(compiled).toMatchObject({ kind: 'problems', problems: [{ line: 2 }] });
    expect(strip('declare namespace N { const b: number; }\n', t).kind).toBe('program');
  });
});

it('does not call a rare form of TypeScript a mistake', () => {
  const rare = `type Pair = [left: string, right?: number, ...rest: boolean[]];
    type Make = abstract new () => void;
    class Box<in out T> { constructor(readonly value: T) {} }
    type First<A> = A extends [infer U extends string, ...unknown[]] ? U : never;`;
  expect(parseProblems(rare, t)).toEqual([]);
  expect(strip(rare, t).kind).toBe('program');
});
