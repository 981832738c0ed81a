import { chunksPlugin } from '#figures/vite/chunks-plugin.ts';
import { textsPlugin } from '#figures/vite/texts-plugin.ts';
import type { Plugin } from 'vite';
import { entryPlugin } from './entry-plugin.ts';
import { oneWorkerPlugin } from './one-worker-plugin.ts';
import type { SolutionRules } from '../solution-policy.ts';
import { runtimePlugin } from './runtime-plugin.ts';
import { solutionsPlugin } from './solutions-plugin.ts';
import { suitesPlugin } from './suites-plugin.ts';
import { typesPlugin } from './types-plugin.ts';

const JSX = { runtime: 'automatic', importSource: 'preact' } as const;

/** What the development server could not see before the editor is opened or a plank is run, and would reload for. */
const AT_CLICK = [
  ...['comlink', 'preact', 'preact/hooks', 'preact/jsx-dev-runtime'],
  ...['monaco-editor/editor', 'monaco-editor/features/register.all'],
  ...['commands', 'lang-javascript', 'language', 'lint', 'merge', 'search', 'state', 'view'].map(
    (name) => `@codemirror/${name}`,
  ),
  ...['@lezer/highlight', '@replit/codemirror-vim', 'sucrase', 'fast-check'],
  'monaco-editor/languages/features/typescript/ts.worker',
  ...['definitions', 'features'].map(
    (kind) => `monaco-editor/languages/${kind}/typescript/register`,
  ),
];

/** What the workbench needs of the bundler: `vite: { plugins: workbenchPlugins(course) }`. */
export function workbenchPlugins(rules: SolutionRules = {}): Plugin[] {
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
    oneWorkerPlugin(),
    runtimePlugin(),
    suitesPlugin(),
    textsPlugin(),
    chunksPlugin(),
    solutionsPlugin(rules),
    typesPlugin(),
  ];
}
