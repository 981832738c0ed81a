import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles a module of ours and all that it imports into one classic, strict script, for a place
 * that cannot import: `var sandbox = { …its exports }`.
 */
export async function bundle(entry: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'sandbox',
    platform: 'neutral',
    target: 'es2022',
    banner: { js: '"use strict";' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
