import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { compile } from '#judge/compile/compile.ts';
import { wrongExport } from '#sandbox/exported.ts';
import * as tcp from '#tcp/learner.ts';
import { labPattern } from './pattern.ts';
import { homesOfPlanks, plankSource } from './plank-source.ts';

const homes = await homesOfPlanks();
const files = [...new Set(homes.values())];

/** Each plank by itself, and all that stand in one file. */
const choices = [
  ...[...homes.keys()].map((name) => [name]),
  ...files.map((file) => [...homes.keys()].filter((name) => homes.get(name) === file)),
].filter((planks, i, all) => all.findIndex((other) => String(other) === String(planks)) === i);

/** What a module of ours exports. */
function exportsOf(js: string): Readonly<Record<string, unknown>> {
  const body = vm.runInThisContext(`(function (exports, require) {${js}\n})`) as (
    ...args: unknown[]
  ) => void;
  const exports = {};
  body(exports, () => tcp);
  return exports;
}

describe.each(choices.map((planks) => [planks.join(', '), planks] as const))(
  'a new lab of %s',
  (_, planks) => {
    it('has a solution and a starter that compile, load, and differ', async () => {
      const source = await plankSource(planks);
      const pattern = labPattern({ id: 'one', chapter: 'part/one', rfc: '3.10', source });
      const [solution = '', starter = ''] = [pattern['solution.ts'], pattern['starter.ts']];
      for (const text of [solution, starter]) {
        const { js, errors } = compile(text);
        expect(errors).toEqual([]);
        expect(wrongExport(planks, exportsOf(js))).toBeNull();
      }
      expect(starter).not.toBe(solution);
    });
  },
);
