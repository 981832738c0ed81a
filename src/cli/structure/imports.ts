import { dirname, join, normalize } from 'node:path/posix';

import { ROOMS } from './rooms.ts';
import type { Source } from './source.ts';

const IMPORT =
  /^\s*(?:import|export)\s[^'";]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm;

/**
 * The direction of imports in `.astro` and `.mdx` files, which the dependency rules cannot read.
 * A page of the course may import what stands in it: the rooms course, workbench, exercises and figures.
 */
export function wrongWay(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => {
    const allowed = allowedRooms(source.path);
    if (allowed === null) return [];
    return importedRooms(source)
      .filter((room) => !allowed.includes(room))
      .map((room) => `${source.path}: imports from ${room}; it may from ${allowed.join(', ')}`);
  });
}

function allowedRooms(path: string): readonly string[] | null {
  if (/^content\/.*[.]mdx$/.test(path)) return ['course', 'workbench', 'exercises', 'figures'];
  if (/^labs\/.*[.]mdx$/.test(path)) return ['course', 'figures'];
  const room = /^src\/(\w+)\/.*[.]astro$/.exec(path)?.[1];
  return room === undefined ? null : [room, ...(ROOMS[room] ?? [])];
}

function importedRooms({ path, text }: Source): readonly string[] {
  const names = [...text.matchAll(IMPORT)].map(([, from, bare]) => from ?? bare ?? '');
  return names.flatMap((name) => {
    const file = name.startsWith('.') ? normalize(join(dirname(path), name)) : name;
    return /^(?:#|src\/)(\w+)/.exec(file)?.[1] ?? [];
  });
}
