import { readResults } from '#storage/exercises.ts';
import { readProgress } from '#storage/progress.ts';
import type { Work } from '#storage/work.ts';

/** How much there is: things, and characters as the browser counts them, keys included. */
export function sizeOf(work: Work) {
  const labs = work.labs();
  const sum = (of: (lab: string) => number) => labs.reduce((n, lab) => n + of(lab), 0);
  const { store } = work;
  return {
    planks: Object.keys(readProgress(store)).length,
    exercises: Object.keys(readResults(store)).length,
    drafts: sum((lab) => work.drafts(lab).length),
    attempts: sum((lab) => work.history(lab).length),
    characters: [...store.entries()].reduce(
      (n, [name, text]) => n + store.key(name).length + text.length,
      0,
    ),
  };
}
