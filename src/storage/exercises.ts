import { isResult, isExerciseKey, isRecord, type ExerciseResult, type Results } from './kept.ts';
import type { Saved, Store } from './store.ts';

export type { ExerciseResult, Results } from './kept.ts';

/** The name under which the results of all exercises are kept. */
export const EXERCISES = 'exercises';

/**
 * After how many days an exercise that was missed is asked again, by its box. A miss puts it into box
 * 1; a right answer when it is due, one box on; out of the last box it is not asked any more.
 */
export const DAYS: Readonly<Record<number, number>> = { 1: 0, 2: 1, 3: 3, 4: 7, 5: 21 };
const FIRST = 1;
const LAST = 5;
/** The box of what need not be asked again. */
const NONE = 0;

const DAY = 24 * 60 * 60 * 1000;

/** The result of each exercise that was answered, by `<chapter>#<exercise>`. Anything unreadable counts as none. */
export function readResults(store: Store): Results {
  const value = store.get(EXERCISES);
  if (!isRecord(value)) return {};
  const results = Object.entries(value).filter(([key, one]) => isExerciseKey(key) && isResult(one));
  return Object.fromEntries(results) as Results;
}

/** Keeps an answer: right, or missed. Reads what is kept at that moment, so that tabs do not undo each other. */
export function keepAnswer(store: Store, key: string, isRight: boolean, at: Date): Saved {
  const results = readResults(store);
  const before = Object.hasOwn(results, key) ? results[key] : undefined;
  return store.set(EXERCISES, { ...results, [key]: afterAnswer(before, isRight, at) });
}

/** Forgets the result of an exercise. */
export function forgetResult(store: Store, key: string): void {
  const { [key]: _, ...others } = readResults(store);
  store.set(EXERCISES, others);
}

/** What an answer makes of a result. A right answer before it is due proves nothing new. */
export function afterAnswer(
  before: ExerciseResult | undefined,
  isRight: boolean,
  now: Date,
): ExerciseResult {
  const at = now.toISOString();
  if (!isRight) return { right: false, at, box: FIRST, since: at };
  if (before === undefined || before.box === NONE) return { right: true, at, box: NONE, since: at };
  const due = dueAt(before);
  if (due !== null && due > now.getTime() && Date.parse(before.since) <= now.getTime()) {
    return { ...before, right: true, at };
  }
  return { right: true, at, box: before.box === LAST ? NONE : before.box + 1, since: at };
}

/** When an exercise is to be asked again, ms since 1970; `null`: not any more. */
export function dueAt({ box, since }: ExerciseResult): number | null {
  const days = DAYS[box];
  return days === undefined ? null : Date.parse(since) + days * DAY;
}

/** How many exercises of a chapter were answered, and of how many the last answer was right. */
export interface ChapterResults {
  readonly done: number;
  readonly right: number;
}

/** The results of a chapter, by its id: `handshake/three-way`. */
export function resultsOf(store: Store, chapter: string): ChapterResults {
  const own = Object.entries(readResults(store)).filter(([key]) => key.startsWith(`${chapter}#`));
  return { done: own.length, right: own.filter(([, { right }]) => right).length };
}
