import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** `…/content/i18n/en.json?only=rule`: of these texts only those whose keys begin with `rule.`. */
const ASKED = /(\/content\/i18n\/[^/?]+)\.json\?(?:[^#]*&)?only=([\w-]+)/;
/** What such a part is called within the build: no name that is taken for a file of JSON. */
const OWN = /^\0texts:([\w-]+):(.+)$/;

/**
 * Of a file of interface texts the part that is asked for: a figure needs few of the site's. The
 * module's default export fetches it: in the built site it is a file of its own, and no script.
 */
export function textsPlugin(): Plugin {
  return {
    name: 'texts',
    enforce: 'pre',
    async resolveId(source, importer) {
      const [, , only] = ASKED.exec(source) ?? [];
      if (only === undefined) return null;
      const [file = ''] = source.split('?');
      const found = await this.resolve(file, importer, { skipSelf: true });
      return found === null ? null : `\0texts:${only}:${found.id.replace(/\.json$/, '')}`;
    },
    async load(id) {
      const [, only, path] = OWN.exec(id) ?? [];
      if (only === undefined || path === undefined) return null;
      this.addWatchFile(`${path}.json`);
      const part = partOf(await readFile(`${path}.json`, 'utf8'), only);
      if (this.environment.mode === 'dev') return `export default async () => (${part})`;
      const name = `${basename(path)}.${only}.json`;
      const file = this.emitFile({ type: 'asset', name, source: part });
      return `export default async () => (await fetch(import.meta.ROLLUP_FILE_URL_${file})).json()`;
    },
  };
}

/** Those texts of a JSON file whose keys begin with `only` and a dot, as JSON. */
export function partOf(json: string, only: string): string {
  const all = JSON.parse(json) as Readonly<Record<string, string>>;
  const part = Object.entries(all).filter(([key]) => key.startsWith(`${only}.`));
  return JSON.stringify(Object.fromEntries(part));
}
