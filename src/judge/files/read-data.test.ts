import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readData, readMessages, readTables, readText } from './read-data.ts';

let folder: string;
beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'lab-')), 'door');
  mkdirSync(folder);
});
afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

it('reads a text as if it had been written on this system', () => {
  write('a.pkt', '\uFEFF// one\r\n// two\r\n');
  expect(readText(folder, 'a.pkt')).toBe('// one\n// two\n');
  expect(readText(folder, 'none.pkt')).toBeNull();
  mkdirSync(join(folder, 'b.ts'));
  expect(() => readText(folder, 'b.ts')).toThrow('labs/door/b.ts: it is a folder');
});

it.each([
  ['export default { a: 1 b: 2 };', "line 1, column 23: ',' expected."],
  ['const a = 1;\nthrow new Error(`boom ${a}`);', 'line 2: boom 1'],
  ["import 'no-such-package';", "Cannot find package 'no-such-package'"],
])('says where a file of data is wrong: %s', async (text, problem) => {
  const name = `data-${text.length}.ts`;
  write(name, text);
  await expect(readData(folder, name)).rejects.toThrow(`labs/door/${name}: ${problem}`);
});

it.each([
  ['export default 7;', '`export default [ … ] satisfies readonly TableCase[]` is missing'],
  ['export default [{ id: "a", rfc: "3" }];', 'entry 1 needs a text `call`'],
  [
    'export default [{ id: "a", rfc: "3", call: "lt", args: [1] }];',
    'a: `args` must be a list of lists',
  ],
])('says what is wrong with tables: %s', async (text, problem) => {
  const name = `tables-${text.length}.ts`;
  write(name, text);
  await expect(readTables(folder, name)).rejects.toThrow(`labs/door/${name}: ${problem}`);
});

it.each([
  ['{ "tests": {}, "mutants": {}, }', 'it is no JSON: '],
  ['[]', 'it must be { "tests": { … }, "mutants": { … } }'],
  ['{ "tests": { "a": 1 }, "mutants": {} }', 'it must be { "tests": { … }, "mutants": { … } }'],
])('says what is wrong with messages: %s', (text, problem) => {
  write('messages.en.json', text);
  expect(() => readMessages(folder, 'messages.en.json')).toThrow(
    `labs/door/messages.en.json: ${problem}`,
  );
});
