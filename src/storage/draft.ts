import type { Saved, Store } from './store.ts';

/** What a reader wrote for a lab, and when it was kept last (ISO 8601). */
export interface Draft {
  readonly code: string;
  readonly at: string;
}

/** The drafts of one lab. The starter's hash is in the key: a changed starter never revives an old draft. */
export interface Drafts {
  read(): Draft | null;
  write(code: string, at: Date): Saved;
  remove(): void;
}

export function openDrafts(store: Store, lab: string, starter: string): Drafts {
  const name = `draft:${lab}:${hash(starter)}`;
  return {
    read() {
      const value = store.get(name);
      return isDraft(value) ? value : null;
    },
    write: (code, at) => store.set(name, { code, at: at.toISOString() } satisfies Draft),
    remove: () => store.remove(name),
  };
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { code, at } = value as Record<string, unknown>;
  return typeof code === 'string' && typeof at === 'string' && !Number.isNaN(Date.parse(at));
}

/** FNV-1a over UTF-16 units, 32 bits, in base 36. Tells starters apart; guards nothing. */
export function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}
