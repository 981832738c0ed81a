import type { Attempt } from './kept.ts';

/** Distinct texts that the history of one lab holds. What an import brought in may be more. */
export const MOST_ATTEMPTS = 50;

const isGreen = (attempt: Attempt) => attempt.verdict === 'passed';
const timeOf = (attempt: Attempt) => Date.parse(attempt.at);
const isText = (attempt: Attempt) => attempt.verdict === null;

/**
 * Adds an attempt to a history, which is kept newest first. Beyond `most` the oldest that did not
 * pass goes first; the last that passed stays.
 */
export function addAttempt(
  history: readonly Attempt[],
  attempt: Attempt,
  most = Math.max(MOST_ATTEMPTS, history.length),
): readonly Attempt[] {
  let after = unite([...history, attempt]);
  while (after.length > most) {
    const victim = oldestToSpare(after);
    if (!victim) break;
    after = after.filter((each) => each !== victim);
  }
  return after;
}

/**
 * Each text once, newest first, with its newest verdict. A text that passed and later did not stands
 * there twice. That a text was put away says nothing of a text that was run.
 */
export function unite(attempts: readonly Attempt[]): readonly Attempt[] {
  const byCode = new Map<string, { green?: Attempt; red?: Attempt; text?: Attempt }>();
  for (const attempt of attempts) {
    const known = byCode.get(attempt.code) ?? {};
    const kind = isGreen(attempt) ? 'green' : isText(attempt) ? 'text' : 'red';
    const before = known[kind];
    if (!before || timeOf(attempt) > timeOf(before)) known[kind] = attempt;
    byCode.set(attempt.code, known);
  }
  const all = [...byCode.values()].flatMap(({ green, red, text }) => {
    if (green && red) return timeOf(red) > timeOf(green) ? [red, green] : [green];
    return green ?? red ?? text ?? [];
  });
  return all.sort((a, b) => timeOf(b) - timeOf(a));
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
