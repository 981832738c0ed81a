/** What a page may cost before its editor is opened; bytes with gzip. Fonts count as they are. */
export interface Limits {
  readonly js: number;
  /** HTML, CSS and JavaScript. */
  readonly together: number;
  readonly fonts: number;
}

/** A page to read. */
const READING: Limits = { js: 60 * 1024, together: 120 * 1024, fonts: 160 * 1024 };

/** What a kind of figure may cost to come alive, and all of them at the first change that a reader makes. */
export const FIGURE_LIMITS = { js: 30 * 1024, engine: 45 * 1024 } as const;

/**
 * The playground is all of it at once: its drawings move and its engine runs from the start, for
 * that is what it is opened for. What a page of reading leaves until a reader wants it comes on top.
 */
const AT_PLAY = FIGURE_LIMITS.js + FIGURE_LIMITS.engine;
const PLAYING: Limits = {
  ...READING,
  js: READING.js + AT_PLAY,
  together: READING.together + AT_PLAY,
};

/** The limits of the page at an address, `/playground/`. */
export function limitsOf(path: string): Limits {
  return path === '/playground/' ? PLAYING : READING;
}
