import type { Entry } from './entry.ts';

const FILES = import.meta.glob<readonly Entry[]>('../../../content/glossary/*.ts', {
  import: 'entries',
  eager: true,
});

/** Every entry, in the order of the alphabet. */
export const ENTRIES: readonly Entry[] = Object.values(FILES)
  .flat()
  .sort((a, b) => a.term.localeCompare(b.term, 'en', { numeric: true, sensitivity: 'base' }));

const BY_ID = new Map(ENTRIES.map((entry) => [entry.id, entry]));

/** The entry of this id. Throws, and stops the build, if there is none. */
export function entryCalled(id: string): Entry {
  const entry = BY_ID.get(id);
  if (entry === undefined) throw new Error(`The glossary has no entry “${id}”.`);
  return entry;
}
