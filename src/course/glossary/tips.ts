/** What is said of a word when a reader asks. */
export interface Tip {
  readonly term: string;
  readonly zh: string;
  /** What stands between backticks is code. */
  readonly means: string;
}

/** The tips of the whole site, in a file of its own: links do not carry what they all share. */
export interface Tips {
  /** What a finger is told after its first tap. */
  readonly again: string;
  /** By the address that a link to the word leads to, as it stands in the page. */
  readonly of: Readonly<Record<string, Tip>>;
}

/** Where the file stands, from the root. */
export const TIPS_FILE = '/tips.json';
