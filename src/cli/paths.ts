import { join, relative, sep } from 'node:path';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** Where commands leave what they make besides the site: stamps, reports, sites under test. */
export const BUILD_DIR = join(ROOT, '.build');

/** A path for people: from the project's folder, with `/`, or as it is if it lies elsewhere. */
export function shown(path: string): string {
  const below = relative(ROOT, path);
  return below.startsWith('..') ? path : below.split(sep).join('/');
}
