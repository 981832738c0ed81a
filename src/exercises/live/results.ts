import { dueAt, keepAnswer, readResults, type ExerciseResult } from '#storage/exercises.ts';
import { isExerciseKey } from '#storage/kept.ts';
import { browserShelf, openStore } from '#storage/store.ts';

/** What is kept of one exercise. */
export interface Kept {
  read(): ExerciseResult | undefined;
  /** Keeps an answer. */
  answer(isRight: boolean): void;
  /** The answer was looked at. That counts as missed where none was given yet, or one is due. */
  shown(): void;
}

/** What is kept of the exercise of a name, in this browser; nothing of one without a name. */
export function keptOf(key: string): Kept {
  const store = openStore(import.meta.env.BASE_URL, browserShelf());
  const read = () => {
    const results = readResults(store);
    return Object.hasOwn(results, key) ? results[key] : undefined;
  };
  const answer = (isRight: boolean) => {
    if (isExerciseKey(key)) keepAnswer(store, key, isRight, new Date());
  };
  return {
    read,
    answer,
    shown() {
      const result = read();
      const due = result === undefined ? 0 : dueAt(result);
      if (due !== null && due <= Date.now()) answer(false);
    },
  };
}
