import { migrate, newerThanKnown, VERSION, VERSION_NAME } from './migrate.ts';
import { readEntry } from './entry.ts';
import { putAside } from './merge.ts';
import { entriesOf, replaceEntries, type Entries, type Shelf } from './shelf.ts';

export { browserShelf, type Shelf } from './shelf.ts';

/**
 * What became of a value that was to be kept: the reader is told when it was not. `newer`: a later
 * release of the course keeps its values here in a form that this one does not know.
 */
export type Saved = 'saved' | 'full' | 'blocked' | 'newer';

/**
 * Small, plain values kept in the reader's browser under one course's keys. Two courses on one
 * server do not meet, because the key carries the base path.
 *
 * What cannot be kept lives on for this visit. What was kept by an earlier release is brought into
 * today's form on opening; what cannot be read is put aside under a name of its own.
 */
export interface Store {
  readonly base: string;
  /** Why nothing can be kept at all, or `null`. */
  readonly trouble: 'blocked' | 'newer' | null;
  /** The value kept under `name`; `undefined` if there is none or it cannot be read. */
  get(name: string): unknown;
  set(name: string, value: unknown): Saved;
  remove(name: string): void;
  /** The full key, for comparison with the `storage` events of other tabs. */
  key(name: string): string;
  /** The names of all that is kept, this visit's included. */
  names(): readonly string[];
  /** What lies under `name` as it is written; this visit's text before the kept one. */
  text(name: string): string | null;
  /** What other tabs see under `name`: the text that was really kept. */
  keptText(name: string): string | null;
  /** What lies on the shelf as it is, also where a newer release wrote it. */
  everything(): Entries;
  /** Names whose newest text lives in this visit only. */
  unsaved(): readonly string[];
  /** Tries again to keep what lives in this visit only. */
  retry(): Saved;
  /** Puts `after` in the place of all that `entries()` gives: all of it, or nothing. */
  replace(after: Entries): Saved;
  /** Everything that counts today, texts by name: what is kept and what lives in this visit. */
  entries(): Entries;
  /** Forgets everything of this course in this browser, whoever wrote it. */
  clear(): void;
  /** Calls `listener` when another tab or another part of this page changes `name`. */
  watch(name: string, listener: () => void): () => void;
}

/** Raised on `window` in the tab that changed a value; `detail` is its key. */
const CHANGED = 'tcp:kept';

/** Keeps values on `shelf`; without one, for this visit only. `events` is the window. */
export function openStore(
  base: string,
  shelf: Shelf | null,
  events: EventTarget | null = browserEvents(),
): Store {
  const prefix = `tcp:${base}:`;
  const key = (name: string) => prefix + name;
  const kept = (name: string): string | null => {
    try {
      return shelf?.getItem(key(name)) ?? null;
    } catch {
      return null;
    }
  };
  const isNewer = () => newerThanKnown(kept(VERSION_NAME));
  const visit = new Map<string, string>();
  for (const [name, text] of isNewer() ? [] : bringUpToDate(shelf, prefix)) visit.set(name, text);

  const text = (name: string) => visit.get(name) ?? (isNewer() ? null : kept(name));
  const tell = (name: string) =>
    events?.dispatchEvent(new CustomEvent(CHANGED, { detail: key(name) }));

  /** What somebody else has written there and nobody can read is not to be overwritten. */
  function saveUnreadable(name: string): void {
    const present = kept(name);
    if (present === null || readEntry(name, present).kind !== 'unreadable') return;
    const entries = new Map(entriesOf(shelf, prefix));
    const before = new Map(entries);
    putAside(entries, name, present);
    entries.delete(name);
    if (shelf && !replaceEntries(shelf, prefix, before, entries)) throw quotaError();
  }

  function keep(name: string, value: string): Saved {
    try {
      if (!shelf) return 'blocked';
      if (isNewer()) return 'newer';
      saveUnreadable(name);
      shelf.setItem(key(name), value);
      if (kept(VERSION_NAME) === null) shelf.setItem(key(VERSION_NAME), String(VERSION));
      return 'saved';
    } catch (error) {
      return isQuota(error) ? 'full' : 'blocked';
    }
  }

  const entries = (): Entries =>
    new Map([...(isNewer() ? [] : entriesOf(shelf, prefix)), ...visit]);

  return {
    base,
    key,
    get trouble() {
      if (!shelf || !canLook(shelf)) return 'blocked';
      return isNewer() ? 'newer' : null;
    },
    get(name) {
      return parse(text(name));
    },
    set(name, value) {
      const written = JSON.stringify(value);
      const saved = keep(name, written);
      if (saved === 'saved') visit.delete(name);
      else visit.set(name, written);
      tell(name);
      return saved;
    },
    remove(name) {
      visit.delete(name);
      try {
        if (!isNewer()) shelf?.removeItem(key(name));
      } catch {
        // A blocked storage holds nothing that could be removed.
      }
      tell(name);
    },
    names: () => [...entries().keys()].filter((name) => name !== VERSION_NAME),
    entries,
    text,
    keptText: (name) => (isNewer() ? null : kept(name)),
    everything: () => entriesOf(shelf, prefix),
    unsaved: () => [...visit.keys()],
    retry() {
      let worst: Saved = 'saved';
      for (const [name, value] of [...visit]) {
        const saved = keep(name, value);
        if (saved === 'saved') visit.delete(name);
        else worst = saved;
      }
      return worst;
    },
    replace(after) {
      if (isNewer()) return 'newer';
      const before = entriesOf(shelf, prefix);
      const whole = new Map(after).set(VERSION_NAME, String(VERSION));
      if (!shelf) return 'blocked';
      if (!replaceEntries(shelf, prefix, before, whole)) return canLook(shelf) ? 'full' : 'blocked';
      visit.clear();
      for (const name of whole.keys()) if (whole.get(name) !== before.get(name)) tell(name);
      return 'saved';
    },
    clear() {
      const names = new Set([...entriesOf(shelf, prefix).keys(), ...visit.keys()]);
      visit.clear();
      for (const name of names) {
        try {
          shelf?.removeItem(key(name));
        } catch {
          // A blocked storage holds nothing that could be removed.
        }
        tell(name);
      }
    },
    watch(name, listener) {
      const elsewhere = (event: Event) => {
        const changed = (event as StorageEvent).key;
        if (changed === null || changed === key(name)) listener();
      };
      const here = (event: Event) => {
        if ((event as CustomEvent).detail === key(name)) listener();
      };
      events?.addEventListener('storage', elsewhere);
      events?.addEventListener(CHANGED, here);
      return () => {
        events?.removeEventListener('storage', elsewhere);
        events?.removeEventListener(CHANGED, here);
      };
    },
  };
}

/** Brings what lies on the shelf into today's form. Gives what could not be put back there. */
function bringUpToDate(shelf: Shelf | null, prefix: string): Entries {
  const before = entriesOf(shelf, prefix);
  const after = migrate(before);
  if (after === before || !shelf || replaceEntries(shelf, prefix, before, after)) return new Map();
  return new Map([...after].filter(([name, text]) => before.get(name) !== text));
}

function canLook(shelf: Shelf): boolean {
  try {
    shelf.getItem('');
    return true;
  } catch {
    return false;
  }
}

function parse(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const QUOTA = 'QuotaExceededError';
/** What Firefox calls it, or called it once. */
const QUOTA_NAMES: readonly string[] = [QUOTA, 'NS_ERROR_DOM_QUOTA_REACHED'];

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && QUOTA_NAMES.includes(error.name);
}

function quotaError(): DOMException {
  return new DOMException('no room to put aside what cannot be read', QUOTA);
}

function browserEvents(): EventTarget | null {
  return typeof window === 'undefined' ? null : window;
}
