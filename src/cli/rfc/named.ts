import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { filesBelow } from '../files.ts';
import { ROOT } from '../paths.ts';

/** The rooms whose code follows rules: the engine, its octets, its hosts. */
const ROOMS: readonly string[] = ['tcp', 'wire', 'network'];

/** What is quoted and has the shape of a rule's id. */
const ID =
  /'(3(?:\.\d+)+(?:\/\d+)?|(?:MUST|SHLD|MAY|REC)-\d+|RFC\d+\/[\dA-Z][\d.]*|impl\/[^'\n]+)'/g;

/** The ids of rules that a source text names, with their lines, from 1 on. */
export function rulesIn(text: string): readonly (readonly [id: string, line: number])[] {
  return text
    .split('\n')
    .flatMap((line, i) => [...line.matchAll(ID)].map(([, id = '']) => [id, i + 1] as const));
}

/** Where the code of the engine names each rule: id → `src/tcp/act.ts:71` …, in the order of files. */
export function namedRules(): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const room of ROOMS) {
    for (const path of filesBelow(join(ROOT, 'src', room))) {
      if (!/(?<!\.test)\.ts$/.test(path)) continue;
      const file = `src/${room}/${path}`;
      for (const [id, line] of rulesIn(readFileSync(join(ROOT, file), 'utf8'))) {
        const known = places.get(id) ?? [];
        places.set(id, [...known, `${file}:${line}`]);
      }
    }
  }
  return places;
}
