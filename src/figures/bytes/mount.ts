import type { Messages } from '#text/text.ts';
import { listenToButtons } from './buttons.ts';
import { deskOf } from './desk.ts';
import { listenToKeys } from './keys.ts';
import { listenToPointer } from './pointer.ts';

/**
 * Brings a figure of octets in the page alive: a selection that moves, values that can be changed.
 * `clicked` is what the reader clicked meanwhile: an octet, a field or a button
 * is clicked once more.
 */
export function mountBytes(root: HTMLElement, clicked: HTMLElement | null, texts: Messages): void {
  const hex = root.querySelector<HTMLElement>('.bytes-hex');
  const isWaiting = hex !== null && hex === document.activeElement;
  const octetOrField = clicked === null ? null : selectorOf(clicked);
  const desk = deskOf(root, texts);
  listenToKeys(desk);
  listenToPointer(desk);
  listenToButtons(desk);
  hex?.removeAttribute('tabindex');
  const again =
    octetOrField === null
      ? clicked?.closest('button')
      : root.querySelector<HTMLElement>(octetOrField);
  if (again) again.click();
  else if (isWaiting) desk.select(desk.selected(), 'octet');
}

/** Finds the octet or the field's box that an element is, once it is drawn anew; `null`: it is neither. */
function selectorOf(element: HTMLElement): string | null {
  const octet = element.closest<HTMLElement>('[data-o]')?.dataset['o'];
  const field = element.closest<HTMLElement>('.box[data-f]')?.dataset['f'];
  if (octet !== undefined) return `[data-o="${octet}"]`;
  return field === undefined ? null : `.box[data-f="${field}"]`;
}
