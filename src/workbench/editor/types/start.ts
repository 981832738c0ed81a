import url from './ts.worker.ts?worker&url';

/** Starts the TypeScript worker, the same one for every editor. */
export function startTypeScript(): Worker {
  return new Worker(url, { type: 'module', name: 'typescript' });
}
