import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

const WORKER = fileURLToPath(new URL('../../sandbox/browser/worker.ts', import.meta.url));
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
      const chunk = await bundle();
      for (const module of chunk.moduleIds) this.addWatchFile(module);
      return `export default ${JSON.stringify(chunk.code)};`;
    },
  };
}

/** The worker's script, by itself. */
export async function sandboxScript(): Promise<string> {
  return (await bundle()).code;
}

async function bundle(): Promise<Rolldown.OutputChunk> {
  const result = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      lib: { entry: WORKER, formats: ['iife'], name: 'sandbox', fileName: 'sandbox' },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  const chunk = outputs[0]?.output[0];
  if (chunk?.type !== 'chunk') throw new Error('the sandbox worker was not bundled');
  return chunk;
}
