import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './paths.ts';

const NOT_OURS = new Set(['node_modules', '.git', 'dist', '.build', '.astro', 'coverage']);

/** All files below `folder`, sorted, as paths relative to it with `/`. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** The project's own files, without what is installed or made, relative to its folder. */
export function projectFiles(): readonly string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(join(ROOT, entry.name)).map((path) => `${entry.name}/${path}`)
        : [entry.name],
    )
    .sort();
}
