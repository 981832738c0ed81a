import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Lab, LabMessages } from '../lab.ts';
import type { CaseSource, TableCase } from '../suite.ts';

/** A mutant: a solution with one misconception. Its first line names the test that kills it. */
export interface Mutant {
  readonly name: string;
  readonly source: string;
  /** From `// killed by: <test>`; `null` if that line is missing. */
  readonly killedBy: string | null;
}

/** A lab's folder as it was read. Texts are `null` where the file is missing. */
export interface LabFiles {
  readonly id: string;
  /** What `lab.ts` exports; to be checked before it is believed. */
  readonly lab: Lab;
  readonly text: string | null;
  readonly hints: string | null;
  readonly messages: LabMessages;
  readonly starter: string | null;
  readonly solution: string | null;
  readonly cases: readonly CaseSource[];
  /** What `suite/hidden/random.ts` exports, to be checked before it is believed; `null`: no such file. */
  readonly random: unknown;
  readonly mutants: readonly Mutant[];
  /** Every file of the folder, relative to it. */
  readonly files: readonly string[];
}

/** Reads `labs/<id>/`. For Node: the command line and the build. */
export async function readLab(folder: string, lang = 'en'): Promise<LabFiles> {
  const read = (name: string): string | null =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null;
  const inside = (name: string, ending: string): readonly string[] =>
    existsSync(join(folder, name))
      ? readdirSync(join(folder, name))
          .filter((each) => each.endsWith(ending))
          .sort()
      : [];
  const text = read(`messages.${lang}.json`);
  const messages = { tests: {}, mutants: {}, ...(text && (JSON.parse(text) as LabMessages)) };
  // Tests come in the order of their sentences; one without a sentence comes last.
  const order = (id: string): number => {
    const place = Object.keys(messages.tests).indexOf(id);
    return place === -1 ? Number.MAX_SAFE_INTEGER : place;
  };
  const casesIn = async (group: CaseSource['group']): Promise<readonly CaseSource[]> => {
    const scripts = inside(`suite/${group}`, '.pkt').map((name) => ({
      id: basename(name, '.pkt'),
      group,
      pkt: read(`suite/${group}/${name}`) ?? '',
    }));
    const tables = await readData(join(folder, `suite/${group}/cases.ts`));
    return [
      ...((tables ?? []) as readonly TableCase[]).map((table) => ({ ...table, group })),
      ...scripts,
    ].sort((a, b) => order(a.id) - order(b.id));
  };

  return {
    id: basename(folder),
    lab: (await importDefault(join(folder, 'lab.ts'))) as Lab,
    text: read(`text.${lang}.mdx`),
    hints: read(`hints.${lang}.mdx`),
    messages,
    starter: read('starter.ts'),
    solution: read('solution.ts'),
    cases: [...(await casesIn('visible')), ...(await casesIn('hidden'))],
    random: await readData(join(folder, 'suite/hidden/random.ts')),
    mutants: inside('mutants', '.ts').map((name) => {
      const source = read(`mutants/${name}`) ?? '';
      const killedBy = /^\/\/ killed by: (\S+)$/m.exec(source.split('\n')[0] ?? '')?.[1] ?? null;
      return { name: basename(name, '.ts'), source, killedBy };
    }),
    files: readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => relative(folder, join(each.parentPath, each.name)))
      .sort(),
  };
}

/** What a file of data exports, read anew when it was changed; `null` if there is no such file. */
async function readData(path: string): Promise<unknown> {
  if (!existsSync(path)) return null;
  const url = `${pathToFileURL(path).href}?t=${Math.trunc(statSync(path).mtimeMs)}`;
  const module = (await import(/* @vite-ignore */ url)) as { default: unknown };
  return module.default;
}

async function importDefault(path: string): Promise<unknown> {
  if (!existsSync(path)) return undefined;
  const url = `${pathToFileURL(path).href}?t=${Math.trunc(statSync(path).mtimeMs)}`;
  const module = (await import(/* @vite-ignore */ url)) as { default: unknown };
  return module.default;
}
