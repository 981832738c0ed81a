import type { ExerciseResult } from '#storage/exercises.ts';
import type { Say } from '#text/text.ts';
import type { Kept } from './results.ts';
import type { Status } from './status.ts';

/** What the options have around them. */
interface Around {
  readonly kept: Kept;
  readonly status: Status;
  /** What was clicked before the exercise could answer. */
  readonly clicked: Element | null;
  /** What came of it at an earlier visit, if that is to be said. */
  readonly before: ExerciseResult | undefined;
}

/**
 * Options to unfold. The first one that a reader unfolds is the answer; further ones are reading. The
 * folds stay folds: every option can be reached and read by itself, by keyboard and by ear.
 */
export function mountChoices(
  root: HTMLElement,
  t: Say,
  { kept, status, clicked, before }: Around,
): void {
  const options = [...root.querySelectorAll<HTMLDetailsElement>('.option')];
  let isAnswered = false;

  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'b s';
  again.hidden = true;
  again.textContent = t('exercise.try-again');
  again.addEventListener('click', () => {
    for (const option of options) {
      option.open = false;
      delete option.dataset['chosen'];
    }
    isAnswered = false;
    again.hidden = true;
    status.tell(t('exercise.again-now'));
    options[0]?.querySelector('summary')?.focus();
  });
  root.querySelector('.ex-status')?.after(again);

  /** An option was unfolded by hand. */
  function choose(option: HTMLDetailsElement): void {
    const isRight = option.classList.contains('right');
    const letter = String.fromCharCode(97 + options.indexOf(option));
    status.tell(t(isRight ? 'exercise.option-right' : 'exercise.option-wrong', { letter }));
    if (isAnswered) return;
    isAnswered = true;
    option.dataset['chosen'] = '';
    again.hidden = false;
    kept.answer(isRight);
  }

  const optionOf = (target: EventTarget | null) =>
    target instanceof Element
      ? options.find((o) => o.firstElementChild?.contains(target))
      : undefined;
  root.addEventListener('click', ({ target }) => {
    const option = optionOf(target);
    // A click comes before the fold opens.
    if (option && !option.open) choose(option);
  });
  const early = optionOf(clicked);
  if (early?.open === true) choose(early);
  else status.recall(before);
}
