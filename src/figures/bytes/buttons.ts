import type { Desk } from './desk.ts';
import { editField, putLengthRight, putRight } from './edit.ts';
import { change, restore, undo } from './history.ts';
import { numberIn } from './value.ts';

/** Hears the form of the selected field, and the figure's buttons. */
export function listenToButtons(desk: Desk): void {
  const { root } = desk;
  const focusOn = (selector: string) => root.querySelector<HTMLElement>(selector)?.focus();

  const putInOrder = (what: string) => {
    const model = desk.model();
    const of = what === 'ipv4' ? 'ipv4' : 'tcp';
    const octets = what === 'length' ? putLengthRight(model) : putRight(model, of);
    desk.become(change(desk.history(), octets), 'none');
    focusOn(`[data-check="${what}"]`);
  };

  root.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(desk);
  });
  root.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button');
    const { pick, right } = button?.dataset ?? {};
    if (pick !== undefined) {
      desk.select({ octet: desk.selected().octet, field: Number(pick) }, 'none');
      focusOn(`[data-pick="${pick}"]`);
    } else if (right !== undefined) putInOrder(right);
    else if (button?.matches('[data-undo]')) desk.become(undo(desk.history()), 'input');
    else if (button?.matches('[data-restore]')) desk.become(restore(desk.history()), 'input');
    else if (button?.matches('[data-more]')) {
      const last = button.previousElementSibling?.querySelector<HTMLElement>('.o:last-child');
      desk.selectOctet(Number(last?.dataset['o']) + 1, 'octet');
    }
  });
}

/** Takes what was typed into the field, or turns its bit over. What cannot be stays in the input. */
function submit(desk: Desk): void {
  const [model, input] = [desk.model(), desk.root.querySelector<HTMLElement>('[data-input]')];
  const field = model.map.fields[desk.selected().field];
  if (field === undefined || input === null) return;
  const isText = input instanceof HTMLInputElement;
  const typed = isText ? input.value : String(1 - numberIn(model.octets, field));
  const edited = editField(model, field, typed);
  if (edited.ok) {
    const stays = !isText && input === document.activeElement;
    desk.become(change(desk.history(), edited.octets), stays ? 'input' : desk.home());
    return;
  }
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', desk.saidId);
  desk.refuse(desk.t(edited.key, edited.values));
  input.focus();
}
