/** Where a definition comes from: a section of an RFC, or another document. */
export type EntrySource =
  { readonly rfc: number; readonly section?: string } | { readonly text: string };

/** A word of the subject: an entry of the glossary. Files in `content/glossary/` list them. */
export interface Entry {
  /** Its anchor on the page, and what `<Term id="…">` names. Never changed once it is published. */
  readonly id: string;
  /** As it stands in a sentence: `initial sequence number`. */
  readonly term: string;
  /** Short for it: `ISN`. */
  readonly short?: string;
  /** As a Chinese engineer says it. */
  readonly zh: string;
  /** Further Chinese words for it. */
  readonly zhAlso?: readonly string[];
  /** One or two exact sentences. What stands between backticks is code. */
  readonly means: string;
  readonly source: readonly EntrySource[];
  /** Other right names. */
  readonly also?: readonly string[];
  /** What it is taken for, or wrongly called: a sentence. */
  readonly not?: string;
  /** Ids of entries to look at next. */
  readonly see?: readonly string[];
  /** Where the course teaches it: a page from the root, with an anchor if there is one. */
  readonly taught?: string;
}
