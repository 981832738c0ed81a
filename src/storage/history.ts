import type { Attempt } from './kept.ts';

/** Distinct texts that the history of one lab holds. */
export const MOST_ATTEMPTS = 50;

const isGreen = (attempt: Attempt) => attempt.verdict === 'passed';
const isText = (attempt: Attempt) => attempt.verdict === null;

/**
 * Adds an attempt to a history, which is kept newest first. The same text run again takes the place
 * of its earlier run, but a red run never that of a green one. Beyond `most` the oldest that did
 * not pass goes first; the last that passed stays.
 */
export function addAttempt(
  history: readonly Attempt[],
  attempt: Attempt,
  most = MOST_ATTEMPTS,
): readonly Attempt[] {
  const same = history.filter(({ code }) => code === attempt.code);
  // A text that was never run adds nothing to a run of it.
  if (isText(attempt) && same.length > 0) return history;
  const others = history.filter(
    (each) => each.code !== attempt.code || (isGreen(each) && !isGreen(attempt)),
  );
  let after = [...others, attempt].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  while (after.length > most) {
    const victim = oldestToSpare(after);
    if (!victim) break;
    after = after.filter((each) => each !== victim);
  }
  return after;
}

/** The attempt that is missed least: the oldest that did not pass, then the oldest. */
export function oldestToSpare(history: readonly Attempt[]): Attempt | null {
  const last = history.find(isGreen);
  const oldestFirst = history.filter((each) => each !== last).reverse();
  return oldestFirst.find((each) => !isGreen(each)) ?? oldestFirst[0] ?? null;
}

/** The newest attempt that passed, of a history that is kept newest first. */
export function lastGreenOf(history: readonly Attempt[]): Attempt | null {
  return history.find(isGreen) ?? null;
}
