/** What became of a value that was to be kept: the reader is told when it was not. */
export type Saved = 'saved' | 'full' | 'blocked';

/**
 * Small, plain values kept in the reader's browser under one course's keys. Two courses on one
 * server do not meet, because the key carries the base path.
 */
export interface Store {
  /** The value kept under `name`; `undefined` if there is none or it cannot be read. */
  get(name: string): unknown;
  set(name: string, value: unknown): Saved;
  remove(name: string): void;
  /** The full key, for comparison with the `storage` events of other tabs. */
  key(name: string): string;
}

/** The part of `localStorage` that a store needs. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Stands in every key, so that a later form of the values can tell the older one apart. */
const VERSION = 'v1';

/** Keeps values on `shelf`; without one, for this visit only. */
export function openStore(base: string, shelf: Shelf | null): Store {
  const visit = new Map<string, string>();
  const key = (name: string) => `tcp:${base}:${VERSION}:${name}`;

  function read(name: string): string | null {
    try {
      return visit.get(name) ?? shelf?.getItem(key(name)) ?? null;
    } catch {
      return null;
    }
  }

  return {
    key,
    get(name) {
      const text = read(name);
      if (text === null) return undefined;
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return undefined;
      }
    },
    set(name, value) {
      const text = JSON.stringify(value);
      try {
        if (!shelf) throw new Error('no storage');
        shelf.setItem(key(name), text);
        visit.delete(name);
        return 'saved';
      } catch (error) {
        visit.set(name, text);
        return isQuota(error) ? 'full' : 'blocked';
      }
    },
    remove(name) {
      visit.delete(name);
      try {
        shelf?.removeItem(key(name));
      } catch {
        // A blocked storage holds nothing that could be removed.
      }
    },
  };
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** The browser's own storage, or `null` where settings forbid even to look at it. */
export function browserShelf(): Shelf | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
