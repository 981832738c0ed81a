import type { Plugin } from 'vite';
import { entryPlugin } from './entry-plugin.ts';
import { runtimePlugin } from './runtime-plugin.ts';
import { suitesPlugin } from './suites-plugin.ts';
import { typesPlugin } from './types-plugin.ts';

const JSX = { runtime: 'automatic', importSource: 'preact' } as const;

/** What the development server could not see before the editor is opened, and would reload for. */
const AT_CLICK = [
  ...['comlink', 'preact', 'preact/hooks', 'preact/jsx-dev-runtime'],
  ...['monaco-editor/editor', 'monaco-editor/features/register.all'],
  ...['definitions', 'features'].map(
    (kind) => `monaco-editor/languages/${kind}/typescript/register`,
  ),
];

/** What the workbench needs of the bundler: `vite: { plugins: workbenchPlugins() }`. */
export function workbenchPlugins(): Plugin[] {
  return [
    {
      name: 'workbench',
      config: () => ({
        oxc: { jsx: JSX },
        // A worker's own bundle has its own plugins.
        worker: { format: 'es', plugins: () => [suitesPlugin()] },
        optimizeDeps: { include: AT_CLICK, rolldownOptions: { transform: { jsx: JSX } } },
      }),
    },
    entryPlugin(),
    runtimePlugin(),
    suitesPlugin(),
    typesPlugin(),
  ];
}
