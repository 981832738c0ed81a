import type { Rolldown } from 'vite';

/** A chunk and all chunks that it imports, at once or sooner or later, by file name. */
export function closureOf(
  bundle: Rolldown.OutputBundle,
  start: string,
  imports: 'all' | 'at once' = 'all',
): readonly Rolldown.OutputChunk[] {
  const found = new Map<string, Rolldown.OutputChunk>();
  const follow = (name: string) => {
    const file = bundle[name];
    if (found.has(name) || file?.type !== 'chunk') return;
    found.set(name, file);
    for (const next of file.imports) follow(next);
    if (imports === 'all') for (const next of file.dynamicImports) follow(next);
  };
  follow(start);
  return [...found.values()];
}
