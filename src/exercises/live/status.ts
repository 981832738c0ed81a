import type { Say } from '#text/text.ts';
import type { ExerciseResult } from '#storage/exercises.ts';

/** The line under an exercise: one polite sentence at a time. */
export interface Status {
  tell(sentence: string): void;
  /** Says what came of it at an earlier visit. */
  recall(result: ExerciseResult | undefined): void;
}

/** The status line of an exercise. */
export function statusOf(root: HTMLElement, t: Say): Status {
  const line = root.querySelector<HTMLElement>('.ex-status');
  const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');
  return {
    tell: (sentence) => line?.replaceChildren(sentence),
    recall(result) {
      if (result === undefined || line === null) return;
      const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' });
      const date = day.format(new Date(result.at));
      line.replaceChildren(
        t(result.right ? 'exercise.was-right' : 'exercise.was-missed', { date }),
      );
      if (result.box === 0) return;
      const link = document.createElement('a');
      link.href = `${base}review/`;
      link.textContent = t('exercise.to-review');
      line.append(' ', link);
    },
  };
}
