/** One text file of the project, read once for all rules. */
export interface Source {
  /** Relative to the project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Finds where `pattern` stands: `path:line: what`. Give the pattern the flag `g`. */
export function findings(source: Source, pattern: RegExp, what: string): readonly string[] {
  return [...source.text.matchAll(pattern)].map(({ index, 0: found }) => {
    const line = source.text.slice(0, index).split('\n').length;
    return `${source.path}:${line}: ${what} (${found.trim().slice(0, 60)})`;
  });
}

export function isCode({ path }: Source): boolean {
  return /[.](ts|tsx|mjs|js|astro)$/.test(path);
}

export function isTest({ path }: Source): boolean {
  return /[.]test[.]ts$|^tests\//.test(path);
}
