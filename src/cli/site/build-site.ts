import { createHash } from 'node:crypto';
import { mkdirSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { GALLERY_SWITCH } from '#course/gallery/switch.ts';

import { course } from '../../../course.config.ts';
import { CliError } from '../cli-error.ts';
import { projectFiles } from '../files.ts';
import { BUILD_DIR, ROOT } from '../paths.ts';
import { runTool } from '../process.ts';

/** Where `npm run build` and `npm start` put the site. */
export const DIST = join(ROOT, 'dist');

export interface SiteBuild {
  readonly outDir: string;
  /** The path under which it will stand, with a slash at both ends. */
  readonly base: string;
  /** With the gallery of figures, which is for authors and tests. */
  readonly gallery?: boolean;
}

/** The base path of `course.config.ts`. */
export const COURSE_BASE = course.base;

/** Gives a base path a slash at both ends; throws a CliError for what is no path. */
export function readBase(text: string): string {
  const base = `/${text.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  if (/^[\w\-./~]*$/.test(base)) return base;
  throw new CliError(`${text} is no base path. Write one like /courses/tcp/.`);
}

/** Builds the site afresh. Throws a CliError when Astro fails; its own words stand above. */
export async function buildSite(site: SiteBuild): Promise<void> {
  const { outDir, base, gallery = false } = site;
  rmSync(outDir, { recursive: true, force: true });
  rmSync(stampPath(outDir), { force: true });
  const before = fingerprint(site);
  const args = ['build', '--base', base, '--outDir', outDir];
  const { code } = await runTool('astro', args, gallery ? { env: { [GALLERY_SWITCH]: '1' } } : {});
  if (code !== 0) throw new CliError('The site was not built.', code);
  mkdirSync(dirname(stampPath(outDir)), { recursive: true });
  writeFileSync(stampPath(outDir), before);
}

/** Is the site in this folder what a build would make now? */
export function isUpToDate(site: SiteBuild): boolean {
  const { outDir } = site;
  const stamp = stampPath(outDir);
  if (!existsSync(join(outDir, 'index.html')) || !existsSync(stamp)) return false;
  return readFileSync(stamp, 'utf8') === fingerprint(site);
}

function stampPath(outDir: string): string {
  return join(BUILD_DIR, 'stamps', `${basename(outDir)}.txt`);
}

/** What cannot change the site: it is read by people and by tests. */
const NOT_INPUT = /^(tests|screenshots|[.]ci)\/|^[A-Z]+[.]md$|[.]test[.]ts$/;

/** One line for everything a build depends on. */
function fingerprint({ base, gallery = false }: SiteBuild): string {
  const hash = createHash('sha256').update(`${process.version} ${base} ${gallery}\n`);
  for (const path of projectFiles().filter((file) => !NOT_INPUT.test(file))) {
    hash.update(`${path}\n`).update(readFileSync(join(ROOT, path)));
  }
  return `${hash.digest('hex')}\n`;
}
