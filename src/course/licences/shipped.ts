import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the site is made of for: it decides where a work is listed. */
export type Purpose = 'font' | 'editor' | 'page';

/** The packages of which the built site holds something: a font, code or a style sheet. */
const SHIPPED: readonly Pick<ShippedWork, 'name' | 'title' | 'purpose'>[] = [
  { name: '@fontsource-variable/literata', title: 'Literata', purpose: 'font' },
  {
    name: '@fontsource/ibm-plex-sans-condensed',
    title: 'IBM Plex Sans Condensed',
    purpose: 'font',
  },
  { name: '@fontsource/commit-mono', title: 'Commit Mono', purpose: 'font' },
  { name: 'monaco-editor', title: 'Monaco Editor', purpose: 'editor' },
  { name: 'typescript-editor', title: 'TypeScript, in Monaco’s worker', purpose: 'editor' },
  { name: '@codemirror/state', title: 'CodeMirror, state', purpose: 'editor' },
  { name: '@codemirror/view', title: 'CodeMirror, view', purpose: 'editor' },
  { name: '@codemirror/commands', title: 'CodeMirror, commands', purpose: 'editor' },
  { name: '@codemirror/language', title: 'CodeMirror, language', purpose: 'editor' },
  { name: '@codemirror/lang-javascript', title: 'CodeMirror, JavaScript', purpose: 'editor' },
  { name: '@codemirror/autocomplete', title: 'CodeMirror, completion', purpose: 'editor' },
  { name: '@codemirror/search', title: 'CodeMirror, search', purpose: 'editor' },
  { name: '@codemirror/lint', title: 'CodeMirror, lint', purpose: 'editor' },
  { name: '@codemirror/merge', title: 'CodeMirror, comparison', purpose: 'editor' },
  { name: '@replit/codemirror-vim', title: 'Vim keys for CodeMirror', purpose: 'editor' },
  { name: '@lezer/common', title: 'Lezer, trees', purpose: 'editor' },
  { name: '@lezer/highlight', title: 'Lezer, highlighting', purpose: 'editor' },
  { name: '@lezer/javascript', title: 'Lezer, JavaScript', purpose: 'editor' },
  { name: '@lezer/lr', title: 'Lezer, parser', purpose: 'editor' },
  { name: '@marijn/find-cluster-break', title: 'find-cluster-break', purpose: 'editor' },
  { name: 'crelt', title: 'crelt', purpose: 'editor' },
  { name: 'style-mod', title: 'style-mod', purpose: 'editor' },
  { name: 'w3c-keyname', title: 'w3c-keyname', purpose: 'editor' },
  { name: 'sucrase', title: 'Sucrase', purpose: 'editor' },
  { name: 'lines-and-columns', title: 'lines-and-columns', purpose: 'editor' },
  { name: 'ts-interface-checker', title: 'ts-interface-checker', purpose: 'editor' },
  { name: '@jridgewell/gen-mapping', title: 'gen-mapping', purpose: 'editor' },
  { name: 'fast-check', title: 'fast-check', purpose: 'editor' },
  { name: 'pure-rand', title: 'pure-rand', purpose: 'editor' },
  { name: 'comlink', title: 'Comlink', purpose: 'editor' },
  { name: 'preact', title: 'Preact', purpose: 'editor' },
  { name: '@astrojs/starlight', title: 'Starlight', purpose: 'page' },
  { name: 'astro', title: 'Astro', purpose: 'page' },
  { name: 'astro-expressive-code', title: 'Expressive Code', purpose: 'page' },
  { name: 'pagefind', title: 'Pagefind', purpose: 'page' },
];

/** A work that the site ships, with its licence as its makers wrote it. */
export interface ShippedWork {
  /** The package under its own name, whatever the lock calls it. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  readonly purpose: Purpose;
  readonly version: string;
  /** SPDX identifier. */
  readonly licence: string;
  readonly text: string;
  /** Notices for what the work itself contains; empty if it has none. */
  readonly notices: string;
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { name?: string; version?: string; license?: string } | undefined>
  >;
}

const LICENCE_FILES = ['LICENSE', 'LICENSE.txt', 'LICENSE/LICENSE'];
const NOTICE_FILES = ['ThirdPartyNotices.txt', 'ThirdPartyNoticeText.txt'];

/** Every shipped work: names, versions and licences from the lock, texts from the packages. */
export function shippedWorks(root: string): readonly ShippedWork[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  return SHIPPED.map(({ name, title, purpose }) => {
    const locked = lock.packages[`node_modules/${name}`];
    const folder = join(root, 'node_modules', name);
    const text = firstFile(folder, LICENCE_FILES);
    if (!locked?.version || !locked.license || text === '') {
      throw new Error(
        `${name} is shipped, but the lock or its folder has no licence. ` +
          'Correct the list in src/course/licences/shipped.ts, or run npm ci.',
      );
    }
    return {
      name: locked.name ?? name,
      title,
      purpose,
      version: locked.version,
      licence: locked.license,
      text,
      notices: firstFile(folder, NOTICE_FILES),
    };
  });
}

function firstFile(folder: string, names: readonly string[]): string {
  const found = names
    .map((name) => join(folder, name))
    .find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
  return found === undefined ? '' : readFileSync(found, 'utf8').replaceAll('\r\n', '\n').trim();
}
