import { selectField } from './bytes.ts';
import type { Desk } from './desk.ts';
import { markPointed } from './marks.ts';

/** Moves the selection by pointer, in both views, and marks what is under it. */
export function listenToPointer(desk: Desk): void {
  const { root } = desk;
  root.addEventListener('pointerover', (event) => {
    markPointed(root, desk.model(), fieldUnder(desk, event.target as Element));
  });
  root.addEventListener('pointerleave', () => markPointed(root, desk.model(), null));
  root.addEventListener('click', (event) => {
    const target = event.target as Element;
    const place = target.closest<HTMLElement>('.box[data-f]')?.dataset['f'];
    const octet = target.closest<HTMLElement>('[data-o]')?.dataset['o'];
    if (octet !== undefined) desk.selectOctet(Number(octet), 'octet');
    else if (place !== undefined) desk.select(selectField(desk.model(), Number(place)), 'field');
    else {
      // The head of a layer leads to its first octet.
      const layer = target.closest<HTMLElement>('.env-head')?.parentElement;
      const start = layer?.querySelector<HTMLElement>('[data-o]')?.dataset['o'];
      if (start !== undefined) desk.selectOctet(Number(start), 'octet');
    }
  });
}

/** The field that an element of the figure stands for: a box its own, an octet what a click on it selects. */
function fieldUnder(desk: Desk, target: Element): number | null {
  const place = target.closest<HTMLElement>('.box[data-f]')?.dataset['f'];
  if (place !== undefined) return Number(place);
  const octet = target.closest<HTMLElement>('[data-o]')?.dataset['o'];
  return octet === undefined ? null : desk.fieldIn(Number(octet));
}
