/** What a reader made of some octets, and the way back. */
export interface History {
  readonly first: Uint8Array;
  readonly now: Uint8Array;
  /** What was before, the latest last. */
  readonly past: readonly Uint8Array[];
}

/** A history that begins with these octets. */
export function beginHistory(octets: Uint8Array): History {
  return { first: octets, now: octets, past: [] };
}

/** One change more; none if the octets are the same. */
export function change(history: History, octets: Uint8Array): History {
  if (isSame(history.now, octets)) return history;
  return { ...history, now: octets, past: [...history.past, history.now] };
}

/** The latest change taken back. */
export function undo(history: History): History {
  const before = history.past.at(-1);
  return before === undefined
    ? history
    : { ...history, now: before, past: history.past.slice(0, -1) };
}

/** All as it was: a change too, which can be taken back. */
export function restore(history: History): History {
  return change(history, history.first);
}

/** Are the octets the same? */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, at) => octet === b[at]);
}
