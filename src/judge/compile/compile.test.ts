import { readFileSync } from 'node:fs';
import ts from 'typescript-editor';
import { describe, expect, it } from 'vitest';
import { COMPILE_OPTIONS } from '../compile-options.ts';
import { compile, transpile } from './compile.ts';

describe('the compile step', () => {
  it('uses the version of TypeScript that the editor’s worker bundles', () => {
    const path =
      '../../../node_modules/monaco-editor/esm/vs/languages/features/typescript/lib/typescriptServicesMetadata.js';
    const source = readFileSync(new URL(path, import.meta.url), 'utf8');
    expect(source).toContain(`"${ts.version}"`);
  });

  it('writes TypeScript’s own names for its numbers', () => {
    expect(COMPILE_OPTIONS.target).toBe(ts.ScriptTarget.ES2022);
    expect(COMPILE_OPTIONS.module).toBe(ts.ModuleKind.CommonJS);
    expect(COMPILE_OPTIONS.moduleResolution).toBe(ts.ModuleResolutionKind.Node10);
    expect(COMPILE_OPTIONS.newLine).toBe(ts.NewLineKind.LineFeed);
  });

  it('makes the same text without checking', () => {
    const path = new URL('../../../labs/syn-sent/solution.ts', import.meta.url);
    const source = readFileSync(path, 'utf8');
    expect(transpile(source)).toBe(compile(source).js);
  });

  it.each([
    ['let x: number = "a";', "Type 'string' is not assignable to type 'number'."],
    ['let = ;', 'Expression expected.'],
    ['fetch("/");', "Cannot find name 'fetch'."],
    ['document.body;', "Cannot find name 'document'"],
    ['import fs from "fs";', "Cannot find module 'fs' or its corresponding type declarations."],
    ['import { reference } from "tcp";', `Module '"tcp"' has no exported member 'reference'.`],
    [
      'import { type Plank } from "tcp"; const p: Plank = (tcb) => { tcb.state = "OPEN"; };',
      `Type '"OPEN"' is not assignable to type '"CLOSED" | "LISTEN"`,
    ],
    [
      'import { type Plank } from "tcp"; const p: Plank = (_, seg) => { seg.seq = 1; };',
      "Cannot assign to 'seq' because it is a read-only property.",
    ],
  ])('refuses %j', (source, message) => {
    const messages = compile(source).errors.map((each) => each.message);
    expect(messages.join('\n')).toContain(message);
  });

  it.each([
    ['export const listen = (tcb, seg, act) => act.reset(seg);', 'parameters without types'],
    ['import { add, lt } from "tcp"; const unused = 1; export {};', 'what is not used'],
    ['console.log(1, {});', 'printing'],
    ['export const f = () => { return 1; console.log(); };', 'code that is never reached'],
    ['const queue = []; queue.push({ at: 1 }); queue.map(({ at }) => at);', 'an untyped list'],
    ['const all = []; all.concat([1]);', 'an untyped list that is joined to another'],
    ['let best = null; best = { at: 1 }; console.log(best.at);', 'a variable that was null'],
    ['let sum = undefined; sum = 5; console.log(sum + 1);', 'a variable that was undefined'],
  ])('lets %j pass: %s', (source) => {
    expect(compile(source).errors).toEqual([]);
  });

  it('refuses the rest where a list has no type', () => {
    const { errors } = compile('const queue = []; queue.push(1); nothing();');
    expect(errors.map(({ message }) => message)).toEqual(["Cannot find name 'nothing'."]);
  });

  it('says that something may be missing', () => {
    const { errors } = compile('const found = [1].find((n) => n > 1); found.toFixed();');
    expect(errors.map(({ message }) => message)).toEqual(["'found' is possibly 'undefined'."]);
  });

  it('says where', () => {
    expect(compile('\n  nothing();').errors).toEqual([
      { line: 2, column: 3, message: "Cannot find name 'nothing'." },
    ]);
  });
});
