import type { Mount } from './kind.ts';
import { saysOf, unsay } from './says.ts';

/** A state to choose among all. */
export const mountState: Mount = (root, t) => ({
  check() {
    unsay(root);
    const chosen = root.querySelector<HTMLInputElement>('input:checked');
    if (chosen === null) {
      const first = root.querySelector('input');
      return { kind: 'open', says: t('exercise.choose'), focus: first };
    }
    const isRight = chosen.dataset['right'] === 'true';
    const sentence = isRight ? '' : (chosen.closest('label')?.dataset['says'] ?? '');
    const why = isRight ? root.querySelector('.ex-right .ex-why') : null;
    saysOf(root.querySelector('.ex-states .ex-says'), t, isRight, sentence, why);
    return { kind: 'checked', right: isRight ? 1 : 0, of: 1, focus: isRight ? null : chosen };
  },
  clear() {
    unsay(root);
    root.querySelector('form')?.reset();
  },
});
