import { readEntry } from './entry.ts';
import { mergeEntry, putAside } from './merge.ts';
import type { Entries } from './shelf.ts';

/** The form in which values are kept today. */
export const VERSION = 2;

/** The name under which the version itself is kept. The first release kept none. */
export const VERSION_NAME = 'version';

/**
 * From each version to the next. A step leaves alone what has its new form already: it may meet
 * what a step that was interrupted left, or what a tab with an older release wrote meanwhile.
 */
const STEPS: readonly ((entries: Entries) => Entries)[] = [fromOne];

/** Did a later release of the course write this version? */
export function newerThanKnown(text: string | null): boolean {
  return text !== null && /^[1-9]\d*$/.test(text) && Number(text) > VERSION;
}

/**
 * Brings entries of any known version into today's form, and puts aside what cannot be read. The
 * same map if nothing was to be done.
 */
export function migrate(entries: Entries): Entries {
  const after = new Map(STEPS.reduce((all, step) => step(all), entries));
  for (const [name, text] of [...after]) {
    if (readEntry(name, text).kind !== 'unreadable') continue;
    after.delete(name);
    putAside(after, name, text);
  }
  if (after.size === 0) return entries;
  if (after.get(VERSION_NAME) !== String(VERSION)) after.set(VERSION_NAME, String(VERSION));
  return same(entries, after) ? entries : after;
}

/** Version 1 had its number in each name, and no history. */
function fromOne(entries: Entries): Entries {
  const after = new Map([...entries].filter(([name]) => !name.startsWith('v1:')));
  for (const [name, text] of entries) {
    if (name.startsWith('v1:')) mergeEntry(after, name.slice('v1:'.length), text);
  }
  return after;
}

function same(a: Entries, b: Entries): boolean {
  return a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);
}
