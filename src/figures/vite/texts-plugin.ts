import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/** `…/content/i18n/en.json?only=rule`: of these texts only those whose keys begin with `rule.`. */
const ASKED = /^([^?]*\/content\/i18n\/[^/?]+\.json)\?(?:.*&)?only=([\w-]+)/;
/** What we call it ourselves; it ends so that nobody takes it for JSON. */
const OURS = /^\0texts:([\w-]+):(.+)\.js$/;

/** Of a file of interface texts the part that is asked for: a figure needs few of the site's. */
export function textsPlugin(): Plugin {
  return {
    name: 'texts',
    enforce: 'pre',
    async resolveId(source, importer) {
      const [, path = '', only] = ASKED.exec(source) ?? [];
      if (only === undefined) return null;
      const file = await this.resolve(path, importer, { skipSelf: true });
      return file === null ? null : `\0texts:${only}:${file.id}.js`;
    },
    async load(id) {
      const [, only, file = ''] = OURS.exec(id) ?? [];
      if (only === undefined) return null;
      this.addWatchFile(file);
      return `export default ${partOf(await readFile(file, 'utf8'), only)};`;
    },
  };
}

/** Those texts of a JSON file whose keys begin with `only` and a dot, as JSON. */
export function partOf(json: string, only: string): string {
  const all = JSON.parse(json) as Readonly<Record<string, string>>;
  const part = Object.entries(all).filter(([key]) => key.startsWith(`${only}.`));
  return JSON.stringify(Object.fromEntries(part));
}
