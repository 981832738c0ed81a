import { selectField } from './bytes.ts';
import type { Desk } from './desk.ts';
import { fieldUnder, markPointed } from './marks.ts';

/** Moves the selection by pointer, in both views, and marks what is under it. */
export function listenToPointer(desk: Desk): void {
  const { root } = desk;
  root.addEventListener('pointerover', (event) => {
    markPointed(root, desk.model(), fieldUnder(desk.model(), event.target as Element));
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
