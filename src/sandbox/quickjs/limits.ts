/** All memory that the engine may have, in pages of 64 KiB: 128 MB, as the other sandbox in Node has. */
export const MEMORY_PAGES = 2_048;

/** The stack of QuickJS, octets: about as many calls deep as in a browser. */
export const STACK = 2 * 1024 * 1024;

/** The stack of the thread, MB: of the two, never the first to be full. */
export const THREAD_STACK_MB = 32;

/** What the realm may say to one question, in characters: the judge must be able to read it. */
export const MAX_ANSWER = 16_000_000;

/** What it costs to say anything at all, in characters: a message is more than its text. */
export const MESSAGE = 100;

/** How the thread says, as its exit code, why it ended. */
export const EXIT = {
  /** More memory was wanted than there is. */
  memory: 70,
  /** The engine itself fell. */
  trap: 71,
  /** The realm can no longer hear: the learner's code broke it. */
  deaf: 72,
} as const;
