import type { Store } from '#storage/store.ts';

const NAME = 'read';

/** The chapters read to their end. Anything unreadable counts as none. */
export function readChapters(store: Store): readonly string[] {
  const value = store.get(NAME);
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}

export function markRead(store: Store, chapter: string): void {
  const before = readChapters(store);
  if (!before.includes(chapter)) store.set(NAME, [...before, chapter]);
}
