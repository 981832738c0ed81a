import { isAbsolute } from 'node:path';
import type { Plugin } from 'vite';
import { bundle } from '#sandbox/bundle.ts';

const WORKER = new URL('../../sandbox/browser/worker.ts', import.meta.url);
const MODULE = 'virtual:sandbox-runtime';

/**
 * Bundles the sandbox's worker to one classic script and hands it over as a string. It has to be a
 * string: from an opaque origin a browser starts only a worker that it is given as a blob.
 */
export function runtimePlugin(): Plugin {
  return {
    name: 'sandbox-runtime',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    async load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      const { code, files } = await bundle(WORKER);
      for (const file of files.filter(isAbsolute)) this.addWatchFile(file);
      return `export default ${JSON.stringify(code)};`;
    },
  };
}
