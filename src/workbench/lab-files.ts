import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Lab, LabMessages } from '#judge/lab.ts';
import type { Group } from '#judge/report.ts';
import type { TableCase } from '#judge/suite.ts';
import type { CaseName } from './data.ts';

interface Text<Frontmatter> {
  readonly frontmatter: Frontmatter;
  readonly Content: AstroComponentFactory;
}

type Files<T> = Readonly<Record<string, () => Promise<T>>>;

const labs = import.meta.glob<Lab>('/labs/*/lab.ts', { import: 'default' });
const messages = import.meta.glob<LabMessages>('/labs/*/messages.*.json', {
  import: 'default',
});
const starters = import.meta.glob<string>('/labs/*/starter.ts', {
  query: '?raw',
  import: 'default',
});
const tasks = import.meta.glob<Text<{ title: string; story: readonly string[] }>>(
  '/labs/*/text.*.mdx',
);
const hints = import.meta.glob<Text<unknown>>('/labs/*/hints.*.mdx');
/** For their names alone. */
const suites = import.meta.glob('/labs/*/suite/*/*.pkt', { query: '?raw' });
const biases = import.meta.glob('/labs/*/suite/hidden/random.ts');
const tables = import.meta.glob<readonly TableCase[]>('/labs/*/suite/*/cases.ts', {
  import: 'default',
});

/** What a lab's folder says, for drawing its page. Texts in language `lang`. */
export async function labOf(id: string, lang: string) {
  const words = await read(messages, `/labs/${id}/messages.${lang}.json`);
  return {
    lab: await read(labs, `/labs/${id}/lab.ts`),
    messages: words,
    starter: await read(starters, `/labs/${id}/starter.ts`),
    cases: await casesOf(id, Object.keys(words.tests)),
  };
}

export const labTask = (id: string, lang: string) => read(tasks, `/labs/${id}/text.${lang}.mdx`);
export const labHints = (id: string, lang: string) => read(hints, `/labs/${id}/hints.${lang}.mdx`);

async function read<T>(files: Files<T>, path: string): Promise<T> {
  const load = files[path];
  if (!load) throw new Error(`The lab lacks a file: ${path.slice(1)}`);
  return load();
}

/** The cases that a lab's folder holds: the visible ones first, each group in the order of `names`; what is drawn last. */
async function casesOf(id: string, names: readonly string[]): Promise<readonly CaseName[]> {
  const place = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length);
  const scripts = Object.keys(suites)
    .map((path) => /^\/labs\/([^/]+)\/suite\/(visible|hidden)\/([^/]+)\.pkt$/.exec(path))
    .filter((found) => found?.[1] === id)
    .map((found) => ({ id: found?.[3] ?? '', group: found?.[2] as Group }));
  const drawn: readonly CaseName[] =
    `/labs/${id}/suite/hidden/random.ts` in biases ? [{ id: 'random', group: 'random' }] : [];
  const written = [
    ...(await tablesOf(id, 'visible')),
    ...(await tablesOf(id, 'hidden')),
    ...scripts,
  ];
  const sorted = written.sort(
    (a, b) => b.group.localeCompare(a.group) || place(a.id) - place(b.id),
  );
  return [...sorted, ...drawn];
}

async function tablesOf(id: string, group: Group): Promise<readonly CaseName[]> {
  const load = tables[`/labs/${id}/suite/${group}/cases.ts`];
  return load ? (await load()).map((table) => ({ id: table.id, group })) : [];
}
