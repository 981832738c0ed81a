import { mountChoices } from './choices.ts';
import { mountFields } from './fields.ts';
import type { Mount } from './kind.ts';
import { mountNumber } from './number.ts';
import { mountOrder } from './order.ts';
import { keptOf } from './results.ts';
import { mountState } from './state.ts';
import { statusOf } from './status.ts';
import { exerciseTexts } from './texts.ts';

const KINDS: Readonly<Record<string, Mount>> = {
  Predict: mountFields,
  OrderSegments: mountOrder,
  WhichState: mountState,
  Numeric: mountNumber,
};

/** What a reader did before an exercise could answer. */
export interface Early {
  readonly clicked: Element | null;
  readonly submitted: boolean;
}

/** Makes an exercise answer. `early`: what was done to it meanwhile. */
export async function mountExercise(root: HTMLElement, early: () => Early): Promise<void> {
  const t = await exerciseTexts(document.documentElement.lang);
  const kept = keptOf(root.dataset['key'] ?? '');
  const status = statusOf(root, t);
  // Where it is asked again on purpose, what came of it before goes without saying.
  const before = 'again' in root.dataset ? undefined : kept.read();
  const { clicked, submitted } = early();
  const mount = KINDS[root.dataset['kind'] ?? ''];
  if (mount === undefined) return mountChoices(root, t, { kept, status, clicked, before });

  const kind = mount(root, t, status.tell);
  const again = root.querySelector<HTMLElement>('[data-act="again"]');
  const answer = root.querySelector<HTMLDetailsElement>('.ex-answer');

  function check(): void {
    const outcome = kind.check();
    if (outcome.kind === 'open') status.tell(outcome.says);
    else {
      const { right, of } = outcome;
      kept.answer(right === of);
      if (again) again.hidden = false;
      const sentence = of === 1 ? (right ? 'all-one' : 'none-one') : right === of ? 'all' : 'some';
      status.tell(t(`exercise.outcome.${sentence}`, { right, of }));
    }
    outcome.focus?.focus();
  }

  root.addEventListener('submit', (event) => {
    event.preventDefault();
    check();
  });
  again?.addEventListener('click', () => {
    kind.clear();
    again.hidden = true;
    if (answer) answer.open = false;
    status.tell(t('exercise.again-now'));
    root.querySelector<HTMLElement>('form :is(input, button)')?.focus();
  });
  answer?.firstElementChild?.addEventListener('click', () => {
    if (!answer.open) kept.shown();
  });
  if (submitted) check();
  else status.recall(before);
}
