import { expect, it } from 'vitest';
import { closureOf } from './closure.ts';

const at = (name: string) => `http://site.invalid/_astro/${name}.js`;
const sources = new Map([
  [at('a'), 'import{x as y}from"./b.js";const c=()=>import(`./c.js`);'],
  [at('b'), 'import"./a.js";export const x=1'],
  [at('c'), 'import("../elsewhere/d.js")'],
  [at('e'), 'import "./b.js"'],
]);

it('finds what a script imports, at once or later, and what that imports', () => {
  expect([...closureOf([at('a')], sources)].sort()).toEqual([at('a'), at('b'), at('c')]);
});

it('leaves out what was not loaded', () => {
  expect([...closureOf([at('e'), at('missing')], sources)]).toContain(at('e'));
  expect(closureOf([at('missing')], sources).size).toBe(0);
});
