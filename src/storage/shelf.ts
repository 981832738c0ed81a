/** The part of `localStorage` that keeping needs. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The browser's own storage, or `null` where settings forbid even to look at it. */
export function browserShelf(): Shelf | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** What lies on a shelf: names without the course's prefix, and texts as they are. */
export type Entries = ReadonlyMap<string, string>;

/** Everything on `shelf` whose key begins with `prefix`. Empty if the shelf lets nobody look. */
export function entriesOf(shelf: Shelf | null, prefix: string): Entries {
  const found = new Map<string, string>();
  try {
    for (let i = 0; i < (shelf?.length ?? 0); i++) {
      const key = shelf?.key(i);
      if (!key?.startsWith(prefix)) continue;
      const text = shelf?.getItem(key);
      if (typeof text === 'string') found.set(key.slice(prefix.length), text);
    }
  } catch {
    // A blocked storage holds nothing that could be read.
  }
  return found;
}

/**
 * Puts `after` in the place of `before`: all of it, or nothing. `false` if the shelf refused; then
 * everything lies there as it did.
 */
export function replaceEntries(
  shelf: Shelf,
  prefix: string,
  before: Entries,
  after: Entries,
): boolean {
  const gone = [...before.keys()].filter((name) => !after.has(name));
  const changed = [...after].filter(([name, text]) => before.get(name) !== text);
  const put = () => changed.forEach(([name, text]) => shelf.setItem(prefix + name, text));
  const clear = () => gone.forEach((name) => shelf.removeItem(prefix + name));
  const rewrite = () =>
    gone.forEach((name) => shelf.setItem(prefix + name, before.get(name) ?? ''));
  const restore = () => {
    for (const [name] of changed) if (!before.has(name)) shelf.removeItem(prefix + name);
    for (const [name, text] of before) shelf.setItem(prefix + name, text);
  };
  // Old and new beside each other first. On a full shelf the old has to make room for the new, but
  // only where what was taken away could be put back.
  for (const steps of [
    [put, clear],
    [rewrite, clear, put],
  ]) {
    try {
      for (const step of steps) step();
      return true;
    } catch {
      try {
        restore();
      } catch {
        // It refuses to write at all, so nothing has changed.
      }
    }
  }
  return false;
}
