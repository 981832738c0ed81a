import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isPlank } from '#tcp';
import { CliError } from '../cli-error.ts';
import { ROOT } from '../paths.ts';
import { onlyPlanks } from './only-planks.ts';

const FOLDER = join(ROOT, 'src/tcp/planks');

/** Planks that are written in one file, as they stand in the engine. */
export interface PlankSource {
  readonly planks: readonly string[];
  /** The planks and what they are made of, with what they import taken from 'tcp'. */
  readonly text: string;
  /** Are they functions by themselves, to be judged by tables of calls? */
  readonly isPlain: boolean;
}

/** All planks that a lab can begin with, and the file that each is written in. */
export async function homesOfPlanks(): Promise<ReadonlyMap<string, string>> {
  const files = readdirSync(FOLDER).filter((name) => /^[a-z-]+\.ts$/.test(name));
  const homes = new Map<string, string>();
  for (const file of files) {
    const module = (await import(pathToFileURL(join(FOLDER, file)).href)) as object;
    for (const name of Object.keys(module).filter(isPlank)) homes.set(name, file);
  }
  return homes;
}

/**
 * The source of the named planks. For a solution to go on from.
 * @throws CliError if there is no such plank, or if they stand in different files
 */
export async function plankSource(names: readonly string[]): Promise<PlankSource> {
  const exported = await homesOfPlanks();
  const unknown = names.filter((name) => !exported.has(name));
  if (unknown.length > 0) {
    const known = [...exported.keys()].sort().join(', ');
    throw new CliError(`The engine has no plank ${unknown.join(', ')}. It has: ${known}.`, 2);
  }
  const homes = new Set(names.map((name) => exported.get(name) ?? ''));
  const [home = ''] = homes;
  if (homes.size > 1) {
    const list = [...homes].join(' and ');
    throw new CliError(`These planks stand in ${list}; a lab takes planks of one file.`, 2);
  }
  const text = onlyPlanks(readFileSync(join(FOLDER, home), 'utf8'), names);
  return {
    planks: names,
    text,
    isPlain: !/\bact\b/.test(text),
  };
}
