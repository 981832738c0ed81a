import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { syntaxErrors } from '../compile/compile.ts';
import type { LabMessages } from '../lab.ts';
import type { TableCase } from '../suite.ts';
import { LabError } from './lab-error.ts';

/**
 * A file of a lab as plain text: without a byte order mark, lines end in LF. `null`: no such file.
 * @throws LabError if it cannot be read
 */
export function readText(folder: string, name: string): string | null {
  const path = join(folder, name);
  if (!existsSync(path)) return null;
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'EISDIR' ? 'it is a folder, and must be a file' : message;
    throw new LabError(basename(folder), name, why);
  }
}

/**
 * What a file of data exports, read anew when it was changed; `undefined`: no such file.
 * @throws LabError if it cannot be read
 */
export async function readData(folder: string, name: string): Promise<unknown> {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  const url = `${pathToFileURL(path).href}?t=${Math.trunc(statSync(path).mtimeMs)}`;
  try {
    const module = (await import(/* @vite-ignore */ url)) as { default?: unknown };
    // A file without a default export is there, and says nothing.
    return module.default ?? null;
  } catch (error) {
    throw new LabError(basename(folder), name, whyNot(error, readText(folder, name) ?? '', path));
  }
}

function whyNot(error: unknown, source: string, path: string): string {
  const [wrong] = syntaxErrors(source);
  if (wrong) return `line ${wrong.line}, column ${wrong.column}: ${wrong.message}`;
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  // The first place of the stack that is in this very file.
  const line = stack.split(path)[1]?.match(/^(?:\?t=\d+)?:(\d+)/)?.[1];
  const [first = ''] = message.split(' imported from ');
  return line === undefined ? first : `line ${line}: ${first}`;
}

/**
 * The tables of `suite/<group>/cases.ts`; none if there is no such file.
 * @throws LabError where it does not hold tables
 */
export async function readTables(folder: string, name: string): Promise<readonly TableCase[]> {
  const tables = await readData(folder, name);
  if (tables === undefined) return [];
  const wrong = tablesProblem(tables);
  if (wrong !== null) throw new LabError(basename(folder), name, wrong);
  return tables as readonly TableCase[];
}

function tablesProblem(tables: unknown): string | null {
  if (!Array.isArray(tables))
    return '`export default [ … ] satisfies readonly TableCase[]` is missing';
  for (const [i, table] of (tables as readonly unknown[]).entries()) {
    const { id, rfc, call, args } = (table ?? {}) as Readonly<Record<string, unknown>>;
    const missing = Object.entries({ id, rfc, call }).find(([, text]) => typeof text !== 'string');
    if (missing) return `entry ${i + 1} needs a text \`${missing[0]}\``;
    const isList = Array.isArray(args) && args.every((each) => Array.isArray(each));
    if (!isList)
      return `${String(id)}: \`args\` must be a list of lists, the arguments of each call`;
  }
  return null;
}

/**
 * `messages.<lang>.json`; empty if there is no such file.
 * @throws LabError where it is no JSON, or of another shape
 */
export function readMessages(folder: string, name: string): LabMessages {
  const text = readText(folder, name);
  if (text === null) return { tests: {}, mutants: {} };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new LabError(basename(folder), name, `it is no JSON: ${(error as Error).message}`);
  }
  const { tests, mutants, ...rest } = (isRecord(value) ? value : {}) as Partial<LabMessages>;
  if (isTexts(tests) && isTexts(mutants) && Object.keys(rest).length === 0) {
    return { tests, mutants };
  }
  const shape = '{ "tests": { … }, "mutants": { … } }, a sentence by each name';
  throw new LabError(basename(folder), name, `it must be ${shape}, and nothing else`);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) && Object.values(value).every((each) => typeof each === 'string');
