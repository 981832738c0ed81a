import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** One classic script, and the files it was made of. */
export interface Bundle {
  readonly code: string;
  readonly files: readonly string[];
}

/**
 * Bundles a module of ours and all that it imports into one classic script, for a place that
 * cannot import: `var sandbox = …`, its exports.
 */
export async function bundle(entry: URL): Promise<Bundle> {
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
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'sandbox', fileName: 'sandbox' },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  const chunk = outputs[0]?.output[0];
  if (chunk?.type !== 'chunk') throw new Error(`${entry.pathname} was not bundled`);
  return { code: chunk.code, files: chunk.moduleIds };
}
