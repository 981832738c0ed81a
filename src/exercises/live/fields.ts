import type { Say } from '#text/text.ts';
import type { Kind, Mount } from './kind.ts';
import { readNumber } from './read-number.ts';
import { askFor, saysOf, unsay } from './says.ts';

/** Fields of a segment to fill in: numbers, and control bits to tick. */
export const mountFields: Mount = (root, t): Kind => {
  const fields = [...root.querySelectorAll<HTMLElement>('.ex-field[data-field]')];
  const whyOf = (field: HTMLElement) =>
    root.querySelector(`.ex-right dd[data-field="${field.dataset['field']}"] .ex-why`);
  const hosts = { from: root.dataset['from'] ?? '', to: root.dataset['to'] ?? '' };

  return {
    check() {
      unsay(root);
      const missing = fields.filter((field) => askWhereMissing(field, t));
      if (missing[0]) {
        return { kind: 'open', says: t('exercise.fill-in'), focus: inputOf(missing[0]) };
      }
      const wrong = fields.filter((field) => {
        const isBits = field.dataset['field'] === 'ctl';
        const slip = isBits ? bitsSlip(field) : numberSlip(field);
        const isRight = slip === null;
        const sentence = slip === null || slip === '' ? '' : t(`exercise.slip.${slip}`, hosts);
        // Who is told what they have mixed up can find the number: the reason would give it away.
        const why = whyOf(field);
        const behind =
          sentence !== '' && !isBits ? (why?.querySelector(':scope > .fn') ?? null) : why;
        saysOf(field.querySelector('.ex-says'), t, isRight, sentence, behind);
        inputOf(field)?.setAttribute('aria-invalid', String(!isRight));
        return !isRight;
      });
      const right = fields.length - wrong.length;
      return { kind: 'checked', right, of: fields.length, focus: inputOf(wrong[0]) };
    },
    clear() {
      unsay(root);
      root.querySelector('form')?.reset();
    },
  };
};

function inputOf(field: HTMLElement | undefined): HTMLInputElement | null {
  return field?.querySelector('input') ?? null;
}

function askWhereMissing(field: HTMLElement, t: Say): boolean {
  const place = field.querySelector('.ex-says');
  if (field.dataset['field'] === 'ctl') {
    if (field.querySelector(':checked') !== null) return false;
    askFor(place, t('exercise.tick'));
    return true;
  }
  const text = inputOf(field)?.value ?? '';
  if (readNumber(text) !== null) return false;
  askFor(place, t(text.trim() === '' ? 'exercise.empty' : 'exercise.no-number'));
  return true;
}

/** What is mixed up in a number: `null` nothing, empty what nobody foresaw. */
function numberSlip(field: HTMLElement): string | null {
  const input = inputOf(field);
  const given = readNumber(input?.value ?? '');
  if (given === Number(input?.dataset['right'])) return null;
  const words = (input?.dataset['slips'] ?? '').split(' ');
  for (let i = 0; i + 1 < words.length; i += 2) {
    if (Number(words[i]) === given) return words[i + 1] ?? '';
  }
  return '';
}

function bitsSlip(field: HTMLElement): string | null {
  const boxes = [...field.querySelectorAll('input')];
  const isOn = (box: HTMLInputElement) => box.dataset['right'] === 'true';
  const extra = boxes.some((box) => box.checked && !isOn(box));
  const missing = boxes.some((box) => !box.checked && isOn(box));
  if (extra && missing) return 'ctl.both';
  return extra ? 'ctl.extra' : missing ? 'ctl.missing' : null;
}
