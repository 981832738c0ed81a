import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Lab, LabMessages } from '../lab.ts';
import type { CaseSource } from '../suite.ts';
import { readData, readMessages, readTables, readText } from './read-data.ts';

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
  /** What `suite/hidden/random.ts` exports, to be checked before it is believed; `undefined`: no such file. */
  readonly random: unknown;
  readonly mutants: readonly Mutant[];
  /** Every file of the folder, relative to it. */
  readonly files: readonly string[];
}

/**
 * Reads `labs/<id>/`. For Node: the command line and the build.
 * @throws LabError where a file is not what it should be
 */
export async function readLab(folder: string, lang = 'en'): Promise<LabFiles> {
  const read = (name: string) => readText(folder, name);
  const inside = (name: string, ending: string): readonly string[] =>
    existsSync(join(folder, name))
      ? readdirSync(join(folder, name))
          .filter((each) => each.endsWith(ending))
          .sort()
      : [];
  const messages = readMessages(folder, `messages.${lang}.json`);
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
    const tables = await readTables(folder, `suite/${group}/cases.ts`);
    return [...tables.map((table) => ({ ...table, group })), ...scripts].sort(
      (a, b) => order(a.id) - order(b.id),
    );
  };

  return {
    id: basename(folder),
    lab: (await readData(folder, 'lab.ts')) as Lab,
    text: read(`text.${lang}.mdx`),
    hints: read(`hints.${lang}.mdx`),
    messages,
    starter: read('starter.ts'),
    solution: read('solution.ts'),
    cases: [...(await casesIn('visible')), ...(await casesIn('hidden'))],
    random: await readData(folder, 'suite/hidden/random.ts'),
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
