import type { Shelf } from './shelf.ts';

/** A shelf for tests: a map, and how many characters it holds at most, keys included. */
export interface FakeShelf extends Shelf {
  readonly items: Map<string, string>;
  room: number;
}

export function fakeShelf(items: Readonly<Record<string, string>> = {}, room = Infinity) {
  const map = new Map(Object.entries(items));
  const shelf: FakeShelf = {
    items: map,
    room,
    get length() {
      return map.size;
    },
    key: (i) => [...map.keys()][i] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem(key, value) {
      const others = [...map].filter(([name]) => name !== key);
      const used = others.reduce((sum, [name, text]) => sum + name.length + text.length, 0);
      if (used + key.length + value.length > shelf.room) {
        throw new DOMException('full', 'QuotaExceededError');
      }
      map.set(key, value);
    },
    removeItem: (key) => void map.delete(key),
  };
  return shelf;
}

const no = () => {
  throw new DOMException('no', 'SecurityError');
};

/** A shelf whose owner lets nobody look at it. */
export const blockedShelf: Shelf = {
  get length(): number {
    return no();
  },
  key: no,
  getItem: no,
  setItem: no,
  removeItem: no,
};

/**
 * Windows of several tabs over one shelf: what one tab writes is told to the others as `storage`
 * events, as browsers do it. Gives each tab's shelf and window.
 */
export function fakeTabs(many: number, items: Readonly<Record<string, string>> = {}) {
  const shared = fakeShelf(items);
  const windows = Array.from({ length: many }, () => new EventTarget());
  /** Tabs whose events wait, as those of a frozen tab do. */
  const frozen = new Set<number>();
  const tabs = windows.map((window, mine) => {
    const tell = (key: string) =>
      windows.forEach((other, i) => {
        if (i === mine || frozen.has(i)) return;
        other.dispatchEvent(Object.assign(new Event('storage'), { key }));
      });
    const shelf: Shelf = {
      get length() {
        return shared.length;
      },
      key: (i) => shared.key(i),
      getItem: (key) => shared.getItem(key),
      setItem(key, value) {
        shared.setItem(key, value);
        tell(key);
      },
      removeItem(key) {
        shared.removeItem(key);
        tell(key);
      },
    };
    return { shelf, window };
  });
  return { shared, tabs, frozen };
}
