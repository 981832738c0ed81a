/** An import of another script, static or not, in a built script. */
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["'`]([^"'`]+\.js)["'`]/g;

/**
 * The scripts among `sources` (their text, by address) that can be reached from one of `roots` by
 * imports, the roots included.
 */
export function closureOf(
  roots: readonly string[],
  sources: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const open = roots.filter((url) => sources.has(url));
  for (let url = open.pop(); url !== undefined; url = open.pop()) {
    if (found.has(url)) continue;
    found.add(url);
    for (const [, path = ''] of (sources.get(url) ?? '').matchAll(IMPORT)) {
      const next = new URL(path, url).href;
      if (sources.has(next)) open.push(next);
    }
  }
  return found;
}
