import type { Mount } from './kind.ts';
import { readNumber } from './read-number.ts';
import { saysOf, unsay } from './says.ts';

/** A number to work out. */
export const mountNumber: Mount = (root, t) => {
  const input = root.querySelector<HTMLInputElement>('.ex-number input');
  const unit = root.querySelector<HTMLElement>('.ex-number')?.dataset['unit'] ?? '';
  const right = Number(input?.dataset['right']);
  const within = Number(input?.dataset['within'] ?? 0);
  const isNear = (a: number, b: number) => Math.abs(a - b) <= within + 1e-9 * Math.abs(b);

  /** What is to be said of a number that is not right. */
  function slipOf(given: number): string {
    const near = [...root.querySelectorAll<HTMLElement>('[data-near]')];
    const known = near.find((one) => isNear(given, Number(one.dataset['near'])));
    if (known) return known.textContent ?? '';
    if (unit === 's' && isNear(given, right * 1000)) return t('exercise.unit.ms');
    if (unit === 'ms' && isNear(given * 1000, right)) return t('exercise.unit.s');
    return t(given > right ? 'exercise.less' : 'exercise.more');
  }

  return {
    check() {
      unsay(root);
      const given = readNumber(input?.value ?? '', unit);
      if (given === null) {
        const says = (input?.value ?? '').trim() === '' ? 'exercise.empty' : 'exercise.no-number';
        return { kind: 'open', says: t(says), focus: input };
      }
      const isRight = isNear(given, right);
      const why = isRight ? root.querySelector('.ex-right .ex-why') : null;
      saysOf(
        root.querySelector('.ex-number .ex-says'),
        t,
        isRight,
        isRight ? '' : slipOf(given),
        why,
      );
      input?.setAttribute('aria-invalid', String(!isRight));
      return { kind: 'checked', right: isRight ? 1 : 0, of: 1, focus: isRight ? null : input };
    },
    clear() {
      unsay(root);
      root.querySelector('form')?.reset();
    },
  };
};
