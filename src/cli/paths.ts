import { join, relative, sep } from 'node:path';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** Where commands leave what they make besides the site: stamps, reports, sites under test. */
export const BUILD_DIR = join(ROOT, '.build');

/** A path below the project, written with `/` on every system. */
export function shown(path: string): string {
  return relative(ROOT, path).split(sep).join('/');
}
