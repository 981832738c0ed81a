import { resultsOf } from '#storage/exercises.ts';
import { browserShelf, openStore } from '#storage/store.ts';

/** Says of each chapter how many of its exercises are answered, and keeps it true. */
export function countExercises(): void {
  const store = openStore(import.meta.env.BASE_URL, browserShelf());
  const show = () => {
    for (const line of document.querySelectorAll<HTMLElement>('[data-exercises-of]')) {
      const { exercisesOf = '', of = '0', soFar = '' } = line.dataset;
      const done = Math.min(resultsOf(store, exercisesOf).done, Number(of));
      if (done > 0) line.textContent = soFar.replace('{done}', String(done));
    }
  };
  show();
  addEventListener('storage', show);
  addEventListener('pageshow', show);
}
