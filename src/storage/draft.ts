import { draftName } from './entry.ts';
import { parseDraft, type Draft } from './kept.ts';
import type { Saved, Store } from './store.ts';

export type { Draft } from './kept.ts';

/** A draft that was written for another starter of the same lab. */
export interface OlderDraft extends Draft {
  /** The hash of that starter. */
  readonly starter: string;
}

/** The drafts of one lab. The starter's hash is in the key: a changed starter never revives an old draft. */
export interface Drafts {
  readonly lab: string;
  /** The hash of today's starter. */
  readonly starter: string;
  /** The name under which the draft is kept, for `Store.watch` and `Store.keptText`. */
  readonly name: string;
  read(): Draft | null;
  write(code: string, at: Date): Saved;
  remove(): void;
  /** Drafts for earlier versions of this lab, newest first. */
  older(): readonly OlderDraft[];
}

/** The drafts of `lab` in a store. `starter`: the lab’s, whole. */
export function openDrafts(store: Store, lab: string, starter: string): Drafts {
  const today = hash(starter);
  const name = draftName(lab, today);
  return {
    lab,
    starter: today,
    name,
    read: () => parseDraft(store.get(name)),
    write: (code, at) => store.set(name, { code, at: at.toISOString() } satisfies Draft),
    remove: () => store.remove(name),
    older: () => draftsOf(store, lab).filter((draft) => draft.starter !== today),
  };
}

/** All drafts of a lab, newest first. */
export function draftsOf(store: Store, lab: string): readonly OlderDraft[] {
  const start = draftName(lab, '');
  return store
    .names()
    .filter((name) => name.startsWith(start))
    .flatMap((name) => {
      const draft = parseDraft(store.get(name));
      return draft ? [{ ...draft, starter: name.slice(start.length) }] : [];
    })
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** FNV-1a over UTF-16 units, 32 bits, in base 36. Tells starters apart; guards nothing. */
export function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}
