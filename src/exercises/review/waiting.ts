import { dueAt, type Results } from '#storage/exercises.ts';

/** An exercise that is to be done again. */
export interface Waiting {
  /** `handshake/three-way#two-messages`. */
  readonly key: string;
  readonly chapter: string;
  readonly id: string;
  /** When it is due, ms since 1970. */
  readonly due: number;
}

/** What waits to be done again: what is due first comes first. */
export function waitingIn(results: Results): readonly Waiting[] {
  return Object.entries(results)
    .flatMap(([key, result]) => {
      const due = dueAt(result);
      const [chapter = '', id = ''] = key.split('#');
      return due === null ? [] : [{ key, chapter, id, due }];
    })
    .sort((a, b) => a.due - b.due || (a.key < b.key ? -1 : 1));
}

/**
 * How many days from now, as a calendar counts them, something is due: 0 today, 1 tomorrow. What is
 * overdue is due today.
 */
export function daysUntil(due: number, now: number): number {
  const midnight = (ms: number) => {
    const day = new Date(ms);
    return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  };
  return Math.max(0, Math.round((midnight(due) - midnight(now)) / (24 * 60 * 60 * 1000)));
}
