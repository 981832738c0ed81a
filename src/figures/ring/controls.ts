import type { Translator } from '#text/text.ts';
import type { Change, Preset, RingState } from './change.ts';
import { POINTS } from './compare.ts';
import { fieldValue, isField, isSeqField, readField } from './fields.ts';
import type { Part } from './data.ts';
import type { Numbers } from './number.ts';
import { EXAMPLES } from './piece.ts';

/** What the controls need of the figure. */
export interface Desk {
  state(): RingState;
  apply(change: Change): void;
  hex(isOn: boolean): void;
  preset(name: Preset): void;
}

export interface Controls {
  /** Says in all fields what is. */
  show(state: RingState, numbers: Numbers): void;
  /** Says in a part why something cannot be (`ring.refuse.…`). */
  refuse(why: string, part: Part): void;
  /** Takes back what was refused. */
  clear(): void;
  /** Says whose values are shown; `null`: what the page said at first. */
  tell(whose: string | null): void;
}

const isOneOf = <T extends string>(all: readonly T[], one: string | undefined): one is T =>
  all.some((each) => each === one);

/** Brings the fields, buttons and lists beside the drawings alive. */
export function mountControls(root: HTMLElement, t: Translator, desk: Desk): Controls {
  const source = root.querySelector<HTMLElement>('.ring-source');
  const atFirst = source?.textContent ?? '';
  const refusals = [...root.querySelectorAll<HTMLElement>('.ring-refusal')];
  const partOf = (element: Element) => element.closest<HTMLElement>('[data-part]')?.dataset['part'];

  const clear = (except?: HTMLElement) => {
    for (const place of refusals) if (place !== except) place.replaceChildren();
  };

  /** Says it where the reader is at work; where that part is left out, in the first. */
  const refuse = (why: string, part: string | undefined, wayOut?: HTMLElement) => {
    const place = refusals.find((each) => partOf(each) === part) ?? refusals[0];
    if (place === undefined) return;
    clear(place);
    const text = t(`ring.refuse.${why}`);
    // The same words are not said twice while a mark is pushed against its end.
    if (place.textContent !== text) place.textContent = text;
    if (wayOut !== undefined) place.append(' ', wayOut);
  };

  /** What moves the whole stream to the number that was typed for one mark. */
  const carryButton = (carry: Change, input: HTMLInputElement) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'b s';
    button.textContent = t('ring.carry');
    button.addEventListener('click', () => {
      desk.apply(carry);
      // The button is gone with the refusal.
      input.focus();
    });
    return button;
  };

  const take = (input: HTMLInputElement) => {
    const name = input.dataset['field'];
    if (!isField(name)) return;
    const typed = readField(name, input.value, desk.state());
    if ('refused' in typed) {
      const { refused, carry } = typed;
      refuse(refused, partOf(input), carry ? carryButton(carry, input) : undefined);
      // What was typed stays until it is mended or something else is done.
      input.setAttribute('aria-invalid', 'true');
    } else {
      input.removeAttribute('aria-invalid');
      desk.apply(typed.change);
    }
  };

  root.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) {
      const pick = (name: string) =>
        root.querySelector<HTMLSelectElement>(`[data-point="${name}"]`)?.value;
      const [a, b] = [pick('a'), pick('b')];
      if (isOneOf(POINTS, a) && isOneOf(POINTS, b)) desk.apply({ do: 'compare', a, b });
    } else if (target instanceof HTMLInputElement) {
      if (target.dataset['field'] !== undefined) take(target);
      else if (target.dataset['bit'] === 'hex') desk.hex(target.checked);
      else if (target.dataset['bit'] === 'syn') piece({ syn: target.checked });
      else if (target.dataset['bit'] === 'fin') piece({ fin: target.checked });
    }
  });
  const piece = (to: { syn?: boolean; fin?: boolean }) => desk.apply({ do: 'piece', to });

  root.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('button[data-do]');
    const name = button?.dataset['do'];
    if (isOneOf(EXAMPLES, name)) desk.apply({ do: 'example', name });
    else if (name === 'half') desk.apply({ do: 'half' });
    else if (isOneOf(['given', 'edge', 'large'] as const, name)) desk.preset(name);
  });

  return {
    show(state, numbers) {
      for (const input of root.querySelectorAll<HTMLInputElement>('[data-field]')) {
        const name = input.dataset['field'];
        if (!isField(name)) continue;
        const value = fieldValue(name, state);
        input.disabled = value === null;
        const said = value === null ? '' : isSeqField(name) ? numbers.seq(value) : String(value);
        if (input.value === said && input.getAttribute('aria-invalid') === null) continue;
        input.value = said;
        input.removeAttribute('aria-invalid');
      }
      for (const bit of ['syn', 'fin'] as const) {
        const box = root.querySelector<HTMLInputElement>(`[data-bit="${bit}"]`);
        if (box) box.checked = state.piece[bit];
      }
      for (const point of ['a', 'b'] as const) {
        const list = root.querySelector<HTMLSelectElement>(`[data-point="${point}"]`);
        if (list) list.value = state[point];
      }
    },
    refuse,
    clear,
    tell(whose) {
      if (source) source.textContent = whose ?? atFirst;
    },
  };
}
