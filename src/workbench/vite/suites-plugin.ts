import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { readLab } from '#judge/files/read-lab.ts';
import { suiteSource } from '#judge/files/suite-source.ts';
import { encode } from '#sandbox/codec.ts';

const LABS = fileURLToPath(new URL('../../../labs/', import.meta.url));
const LIST = 'virtual:lab-suites';
const ONE = 'virtual:lab-suite/';

/** The labs' suites as text of `#sandbox/codec.ts`, one chunk per lab, for the judge's worker alone. */
export function suitesPlugin(): Plugin {
  return {
    name: 'lab-suites',
    // While an author writes: what was added to a lab, or taken away, shows as well.
    configureServer({ watcher, moduleGraph, ws }) {
      watcher.on('all', (_event, path) => {
        if (!path.startsWith(LABS)) return;
        const [lab] = path.slice(LABS.length).split('/');
        for (const id of [`\0${LIST}`, `\0${ONE}${lab}`]) {
          const module = moduleGraph.getModuleById(id);
          if (module) moduleGraph.invalidateModule(module);
        }
        ws.send({ type: 'full-reload' });
      });
    },
    resolveId: (id) => (id === LIST || id.startsWith(ONE) ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${LIST}`) {
        const rows = labIds().map((lab) => `${JSON.stringify(lab)}: () => import('${ONE}${lab}'),`);
        return `export const suites = {\n${rows.join('\n')}\n};`;
      }
      if (!id.startsWith(`\0${ONE}`)) return undefined;
      const folder = LABS + id.slice(ONE.length + 1);
      for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (name.isFile()) this.addWatchFile(`${name.parentPath}/${name.name}`);
      }
      const suite = encode(suiteSource(await readLab(folder)));
      return `export default ${JSON.stringify(suite)};`;
    },
  };
}

function labIds(): readonly string[] {
  return readdirSync(LABS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
