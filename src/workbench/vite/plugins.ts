import type { Plugin } from 'vite';
import { entryPlugin } from './entry-plugin.ts';
import { runtimePlugin } from './runtime-plugin.ts';
import { suitesPlugin } from './suites-plugin.ts';
import { typesPlugin } from './types-plugin.ts';

/** What the workbench needs of the bundler: `vite: { plugins: workbenchPlugins() }`. */
export function workbenchPlugins(): Plugin[] {
  return [
    {
      name: 'workbench-workers',
      // A worker's own bundle has its own plugins.
      config: () => ({ worker: { format: 'es', plugins: () => [suitesPlugin()] } }),
    },
    entryPlugin(),
    runtimePlugin(),
    suitesPlugin(),
    typesPlugin(),
  ];
}
