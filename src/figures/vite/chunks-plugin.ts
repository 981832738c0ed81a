import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SRC = fileURLToPath(new URL('../../', import.meta.url));

/** What imports something that is there at run time, and from where. */
const IMPORT = /^(?:import|export)\s(?!type\s)([^'";]*?)from\s*'([^']+)'/gm;
const ONLY_TYPES = /^\s*\{(?:\s*type\s[^,}]+,?)*\s*\}\s*$/;

/** A file below `src/` and all that it imports at once, directly or not, as paths. */
export function filesFrom(...starts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = starts.map((path) => join(SRC, path));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file) || !existsSync(file)) continue;
    found.add(file);
    for (const [, names = '', from = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      if (!ONLY_TYPES.test(names)) open.push(pathOf(from, file));
    }
  }
  return found;
}

function pathOf(from: string, importer: string): string {
  if (from === '#tcp') return join(SRC, 'tcp/index.ts');
  return from.startsWith('#') ? join(SRC, from.slice(1)) : join(dirname(importer), from);
}

/** What other figures, and the inspector, load without a ladder being alive or anything being changed. */
const OTHERS = [
  ...['states', 'ring', 'bytes', 'routers'].map((figure) => `figures/${figure}/mount.ts`),
  ...['tcb-at', 'tcb-html', 'tcb-rows'].map((part) => `figures/inspector/${part}.ts`),
  ...['figures/ring/follow.ts', 'figures/save/copy.ts', 'figures/ladder/rules-at.ts'],
];

/**
 * Two scripts instead of many small ones, which pack far better: what a ladder needs to be alive, and
 * what plays it anew. What other figures share with it stays by itself.
 */
export function chunksPlugin(): Plugin {
  const others = filesFrom(...OTHERS);
  const alive = filesFrom('figures/ladder/scrubber.ts');
  const anew = filesFrom('figures/ladder/replay.ts', 'figures/ladder/rerun.ts');
  const group = (name: string, has: (id: string) => boolean) => ({ name, test: has });
  const groups = [
    group('ladder', (id) => alive.has(id) && !others.has(id)),
    group('play', (id) => anew.has(id) && !alive.has(id) && !others.has(id)),
  ];
  const codeSplitting = { includeDependenciesRecursively: false, groups };
  // A group that leaves out some of its dependencies is possible only if an entry may export more.
  const rolldownOptions = {
    preserveEntrySignatures: 'allow-extension',
    output: { codeSplitting },
  } as const;
  return {
    name: 'figure-chunks',
    config: () => ({
      environments: { client: { build: { rolldownOptions } } },
    }),
  };
}
