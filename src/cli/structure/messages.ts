import type { Source } from './source.ts';

/** A key that stands in the code, whole or as the fixed beginning of a computed one. */
interface Uses {
  readonly whole: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  /** Keys handed to a translator, and where. */
  readonly asked: ReadonlyMap<string, string>;
}

const QUOTED = /['"`]([a-zA-Z][\w-]*(?:\.[\w-]+)+)['"`]/g;
const COMPUTED = /`([a-zA-Z][\w-]*(?:\.[\w-]+)*\.)\$\{/g;
const ASKED = /\bt\(\s*['"`]([a-zA-Z][\w-]*(?:\.[\w -]+)+)['"`]/g;

/**
 * Interface texts that nothing shows, and texts that are asked for and were never written. A key
 * that is computed (`state.${state}`) uses every key with that beginning; plural forms belong to
 * the key without them.
 */
export function messageProblems(
  keys: readonly string[],
  sources: readonly Source[],
  given: ReadonlySet<string>,
): readonly string[] {
  const uses = usesIn(sources);
  const known = new Set(keys);
  const unused = keys
    .filter((key) => !given.has(key) && !isUsed(key, uses))
    .map((key) => `${key} is written and never used`);
  const missing = [...uses.asked]
    .filter(([key]) => !known.has(key) && !given.has(key))
    .map(([key, path]) => `${path}: asks for ${key}, which nobody wrote`);
  return [...unused, ...missing];
}

function usesIn(sources: readonly Source[]): Uses {
  const all = (pattern: RegExp) =>
    sources.flatMap(({ path, text }) =>
      [...text.matchAll(pattern)].map((match) => [match[1] ?? '', path] as const),
    );
  return {
    whole: new Set(all(QUOTED).map(([key]) => key)),
    beginnings: all(COMPUTED).map(([key]) => key),
    asked: new Map(all(ASKED)),
  };
}

function isUsed(key: string, { whole, beginnings }: Uses): boolean {
  const singular = key.replace(/\.(zero|one|two|few|many|other)$/, '');
  return (
    whole.has(key) ||
    whole.has(singular) ||
    beginnings.some((beginning) => key.startsWith(beginning))
  );
}
