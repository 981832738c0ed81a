import type { Plugin } from 'vite';

const MANAGER = /monaco-editor\/esm\/vs\/languages\/features\/typescript\/workerManager\.js$/;
const FALLBACK = /createWorker: \(\) => new Worker\(new URL\([^)]*\), \{ type: "module" \}\),/;

/**
 * Takes out the worker that Monaco would start if nobody gave it one. We do (`startTypeScript`),
 * and the bundler would write a second copy of TypeScript, seven megabytes, that nobody fetches.
 */
export function oneWorkerPlugin(): Plugin {
  return {
    name: 'one-typescript-worker',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: MANAGER },
      handler(code) {
        if (!FALLBACK.test(code)) this.error('Monaco starts its TypeScript worker in another way.');
        return { code: code.replace(FALLBACK, ''), map: null };
      },
    },
  };
}
