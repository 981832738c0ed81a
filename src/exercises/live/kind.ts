import type { Say } from '#text/text.ts';

/** What a check found. */
export type Outcome =
  /** Something is missing: what to say, and where the reader can mend it. */
  | { readonly kind: 'open'; readonly says: string; readonly focus: HTMLElement | null }
  /** So many parts are right of so many; the first that is not. */
  | {
      readonly kind: 'checked';
      readonly right: number;
      readonly of: number;
      readonly focus: HTMLElement | null;
    };

/** A kind of exercise as it is mounted: it reads what was entered, and says what is right of it. */
export interface Kind {
  check(): Outcome;
  /** Takes back everything entered and said. */
  clear(): void;
}

/** Mounts a kind on its element. `tell` says something to everybody, politely. */
export type Mount = (root: HTMLElement, t: Say, tell: (sentence: string) => void) => Kind;
