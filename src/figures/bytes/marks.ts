import { blockAt } from './bytes.ts';
import type { Selected } from './draw-hex.ts';
import { octetsOf, type BytesModel } from './model.ts';

/*
 * What is selected or pointed at, shown in both views at once: in the hex view the octets of a field,
 * in the field view its boxes.
 */

/** Marks the selection; what holds it is the one stop of the Tab key in its list. */
export function markSelected(root: HTMLElement, model: BytesModel, selected: Selected): void {
  mark(root, model, 'selected', selected.field);
  for (const option of root.querySelectorAll('[role="option"][aria-selected="true"]')) {
    option.setAttribute('aria-selected', 'false');
  }
  const octet = root.querySelector<HTMLElement>(`[data-o="${selected.octet}"]`);
  const box = root.querySelector<HTMLElement>(`[role="option"][data-f="${selected.field}"]`);
  for (const option of [octet, box]) {
    if (option === null) continue;
    option.setAttribute('aria-selected', 'true');
    for (const other of option.parentElement?.querySelectorAll('[tabindex="0"]') ?? []) {
      other.setAttribute('tabindex', '-1');
    }
    option.tabIndex = 0;
  }
  for (const each of root.querySelectorAll('.o.here')) each.classList.remove('here');
  octet?.classList.add('here');
}

/** Marks what the pointer is over; `null`: nothing. */
export function markPointed(root: HTMLElement, model: BytesModel, field: number | null): void {
  mark(root, model, 'pointed', field);
}

function mark(root: HTMLElement, { map }: BytesModel, name: string, place: number | null): void {
  for (const element of root.querySelectorAll(`.${name}`)) element.classList.remove(name);
  const field = place === null ? undefined : map.fields[place];
  if (field === undefined) return;
  const [start, end] = octetsOf(field);
  for (const octet of root.querySelectorAll<HTMLElement>('[data-o]')) {
    const at = Number(octet.dataset['o']);
    octet.classList.toggle(name, start <= at && at < end);
  }
  for (const box of root.querySelectorAll(`[data-f="${place}"]`)) box.classList.add(name);
}

/** Shows the header that the selection stands in, and no other. */
export function openRuler(root: HTMLElement, model: BytesModel, { octet }: Selected): void {
  const start = String(blockAt(model, octet)?.start);
  for (const ruler of root.querySelectorAll<HTMLElement>('.ruler')) {
    ruler.classList.toggle('open', ruler.dataset['start'] === start);
  }
}
