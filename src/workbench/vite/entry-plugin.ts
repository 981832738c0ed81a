import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';
import { closureOf } from './closure.ts';
import { downloadsOf } from './download.ts';

const ENTRY = fileURLToPath(new URL('../entry.ts', import.meta.url));
const URL_MODULE = 'virtual:workbench';
const FILES_MODULE = 'virtual:workbench-files';

/** Stand in the code until the names of all files are known. */
const URL_MARK = '__WORKBENCH_URL__';
const FILES_MARK = '__WORKBENCH_FILES__';

/**
 * Gives a page the address of the workbench without making it part of the page. A plain `import()`
 * would do, but then the site builder links the editor's styles on every page that could open it.
 */
export function entryPlugin(): Plugin {
  let base = '/';
  let building = false;
  let entry: string | undefined;
  return {
    name: 'workbench-entry',
    configResolved(config) {
      base = config.base;
      building = config.command === 'build';
    },
    resolveId: (id) => (id === URL_MODULE || id === FILES_MODULE ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${URL_MODULE}`) {
        if (!building) return `export const url = ${JSON.stringify(`${base}@fs${ENTRY}`)};`;
        entry = this.emitFile({ type: 'chunk', id: ENTRY, preserveSignature: 'strict' });
        return `export const url = '${URL_MARK}';`;
      }
      if (id === `\0${FILES_MODULE}`) {
        return building
          ? `export const files = JSON.parse('${FILES_MARK}');`
          : 'export const files = { full: [], light: [], types: [] };';
      }
      return undefined;
    },
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        if (entry === undefined) return;
        const name = this.getFileName(entry);
        keepStyles(closureOf(bundle, name));
        fill(bundle, URL_MARK, base + name);
        fill(bundle, FILES_MARK, JSON.stringify(downloadsOf(bundle, base)));
      },
    },
  };
}

function fill(bundle: Rolldown.OutputBundle, mark: string, text: string): void {
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk' && file.code.includes(mark)) {
      file.code = file.code.replaceAll(mark, () => text);
    }
  }
}

/**
 * Astro deletes style sheets that no page links. Those of the workbench are fetched by its own
 * chunks, so they are named as something these chunks need.
 */
function keepStyles(chunks: readonly Rolldown.OutputChunk[]): void {
  for (const { viteMetadata } of chunks) {
    for (const sheet of viteMetadata?.importedCss ?? []) viteMetadata?.importedAssets.add(sheet);
  }
}
