import type { Drafts } from '#storage/draft.ts';
import { parseDraft } from '#storage/kept.ts';
import type { Saved } from '#storage/store.ts';
import type { Work } from '#storage/work.ts';

/** What the reader is told about the draft. */
export interface DraftState {
  /** How the last attempt to keep it ended; `null` before there was one. */
  readonly saved: Saved | null;
  readonly at: Date | null;
}

/** Something that another tab did to the draft. */
export type TabNews =
  /** This tab had nothing of its own that was not kept, so it took the other's text. */
  | { readonly kind: 'taken'; readonly before: string; readonly reset: boolean }
  /** Both have a text; nothing is kept until the reader has chosen. */
  | { readonly kind: 'both'; readonly theirs: string };

/** The draft of one lab, as one tab has it. */
export interface Keeper {
  /** The text to open the editor with. */
  readonly first: string;
  /** The text that the editor has to show. */
  text(): string;
  state(): DraftState;
  news(): TabNews | null;
  subscribe(listener: () => void): () => void;
  /** The reader has changed the text. Kept by the next `flush`. */
  change(code: string): void;
  /** Keeps what is not kept yet, unless another tab has kept something else meanwhile. */
  flush(): void;
  /** Keeps everything as well as it can be, because the page may go away. */
  leave(): void;
  /** Looks what other tabs have done: after a `storage` event, and when the page comes back. */
  look(): void;
  /** Answers to `both`. The other text goes into the history. */
  keepMine(): void;
  takeTheirs(): void;
  /** Answers to `taken`. */
  undo(): void;
  dismiss(): void;
}

/** Which draft is kept, and where its text is shown. */
export interface KeeperOptions {
  readonly work: Work;
  readonly drafts: Drafts;
  /** The starter, whole. A draft that equals it is none. */
  readonly starter: string;
  /** Puts another text into the editor. */
  readonly replace: (code: string) => void;
  readonly now?: () => Date;
}

/**
 * Keeps the draft of one lab in one tab. Two tabs with the same lab never overwrite each other: what
 * lies in the storage is compared with what this tab saw there last, before anything is written.
 */
export function openKeeper(options: KeeperOptions): Keeper {
  const { work, drafts, starter, replace, now = () => new Date() } = options;
  const { store } = work;
  const listeners = new Set<() => void>();
  const first = drafts.read()?.code ?? starter;

  let code = first;
  /** What this tab saw last under the draft's name. */
  let seen = store.keptText(drafts.name);
  /** Is there a text in this tab that the storage has not? */
  let dirty = false;
  /** Was the text typed here, or did it come from another tab? */
  let typed = false;
  let state: DraftState = { saved: null, at: null };
  let news: TabNews | null = null;

  const undecided = () => news?.kind === 'both';
  const tell = () => listeners.forEach((listener) => listener());
  const putAway = (text: string) => {
    if (text !== starter) work.putAway(drafts.lab, text, now(), starter);
  };

  function write(): void {
    if (code === starter) {
      drafts.remove();
      dirty = false;
      state = { saved: null, at: null };
    } else {
      const at = now();
      state = { saved: drafts.write(code, at), at };
      dirty = state.saved !== 'saved';
    }
    seen = store.keptText(drafts.name);
    tell();
  }

  function take(theirs: string, reset: boolean): void {
    const before = code;
    code = theirs;
    dirty = false;
    typed = false;
    seen = store.keptText(drafts.name);
    state = { saved: null, at: null };
    news = { kind: 'taken', before, reset };
    replace(theirs);
    tell();
  }

  function look(): void {
    const text = store.keptText(drafts.name);
    if (text === seen) return;
    const theirs = text === null ? { code: starter } : draftOf(text);
    // Nobody can read it. The store puts it aside when this tab writes.
    if (theirs === null) return;
    if (theirs.code === code) {
      seen = text;
      // What could not be kept is kept now, by this tab or by another.
      if (dirty) state = { saved: 'saved', at: now() };
      dirty = false;
      if (undecided()) news = null;
      tell();
    } else if (dirty) {
      news = { kind: 'both', theirs: theirs.code };
      tell();
    } else {
      if (typed) putAway(code);
      take(theirs.code, text === null);
    }
  }

  return {
    first,
    text: () => code,
    state: () => state,
    news: () => news,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change(next) {
      if (next === code) return;
      code = next;
      dirty = true;
      typed = true;
    },
    flush() {
      if (!dirty || undecided()) return;
      look();
      if (dirty && !undecided()) write();
    },
    leave() {
      this.flush();
      if (undecided()) putAway(code);
    },
    look,
    keepMine() {
      if (news?.kind !== 'both') return;
      putAway(news.theirs);
      news = null;
      write();
    },
    takeTheirs() {
      if (news?.kind !== 'both') return;
      putAway(code);
      const { theirs } = news;
      // Also where it could not be kept before: the place holds their text now, and not ours.
      if (theirs === starter) drafts.remove();
      else drafts.write(theirs, now());
      take(theirs, theirs === starter);
    },
    undo() {
      if (news?.kind !== 'taken') return;
      const { before } = news;
      putAway(code);
      news = null;
      code = before;
      typed = true;
      replace(before);
      write();
    },
    dismiss() {
      if (news?.kind !== 'taken') return;
      news = null;
      tell();
    },
  };
}

function draftOf(text: string) {
  try {
    return parseDraft(JSON.parse(text));
  } catch {
    return null;
  }
}
