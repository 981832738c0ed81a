import { blockAt, selectField } from './bytes.ts';
import type { Desk } from './desk.ts';
import { layoutOf } from './draw-ruler.ts';
import { rowEnds, verticalNeighbour } from './hex.ts';
import { undo } from './history.ts';
import { blocksOf } from './model.ts';
import { pieceBeyond } from './ruler.ts';
import { typingOn, type Typing } from './typing.ts';

/** Octets in a row of the wide and of the narrow form. */
const COLUMNS = { wide: 16, narrow: 8 } as const;
/** Keys that change what is selected. */
const EDITS: ReadonlySet<string> = new Set(['Enter', 'F2', ' ']);

/** Moves the selection by keys, in both views, and changes what is selected. */
export function listenToKeys(desk: Desk): void {
  const { root } = desk;
  const typing = typingOn(desk);

  root.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    if (isHandled(desk, typing, event, target)) event.preventDefault();
  });
  root.addEventListener('focusin', (event) => {
    const target = event.target as HTMLElement;
    if (!target.matches('[role="option"]')) return;
    const { o: octet, f: field } = target.dataset;
    desk.comeFrom(octet === undefined ? 'field' : 'octet');
    if (octet !== undefined) desk.selectOctet(Number(octet), 'none');
    else if (field !== undefined) desk.select(selectField(desk.model(), Number(field)), 'none');
  });
  root.addEventListener('focusout', () => void typing.forget());
}

/** Does what a key is for; `false` leaves the key to the page. */
function isHandled(desk: Desk, typing: Typing, event: KeyboardEvent, target: HTMLElement): boolean {
  const { key, altKey, metaKey, ctrlKey } = event;
  const isInput = target.matches('input');
  if (isInput && key === 'Escape') {
    desk.goBack();
    return true;
  }
  if (!isInput && key.toLowerCase() === 'z' && (ctrlKey || metaKey)) {
    desk.become(undo(desk.history()), desk.home());
    return true;
  }
  if (altKey || metaKey || !target.matches('[role="option"]')) return false;
  if (ctrlKey && key !== 'Home' && key !== 'End') return false;
  if (EDITS.has(key)) {
    typing.forget();
    edit(desk);
    return true;
  }
  if (target.dataset['o'] === undefined) return isHandledByBox(desk, key, target);
  if (/^[\da-f]$/i.test(key)) {
    typing.type(key, target);
    return true;
  }
  if (key === 'Escape') return typing.forget();
  const next = octetFor(desk, key, Number(target.dataset['o']), ctrlKey);
  if (next !== null) desk.selectOctet(next, 'octet');
  return next !== null;
}

/** Turns a bit over, or brings the reader to the field's input. */
function edit({ root }: Desk): void {
  const input = root.querySelector<HTMLElement>('[data-input]');
  if (input instanceof HTMLInputElement) {
    input.focus();
    input.select();
  } else input?.click();
}

/** The octet that a key leads to. `isFar`: with Ctrl, to the very ends. */
function octetFor(desk: Desk, key: string, at: number, isFar: boolean): number | null {
  const blocks = blocksOf(desk.model().map);
  const last = desk.model().octets.length - 1;
  const columns = columnsOf(desk.root);
  const [first, end] = rowEnds(blocks, at, columns);
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowRight':
      return Math.min(last, at + 1);
    case 'ArrowUp':
      return verticalNeighbour(blocks, at, columns, -1) ?? at;
    case 'ArrowDown':
      return verticalNeighbour(blocks, at, columns, 1) ?? at;
    case 'Home':
      return isFar ? 0 : first;
    case 'End':
      return isFar ? last : end;
    default:
      return null;
  }
}

/** Octets in a row of the form that is shown. */
function columnsOf(root: HTMLElement): number {
  const half = root.querySelector('.at.half');
  return half === null || getComputedStyle(half).display === 'none' ? COLUMNS.wide : COLUMNS.narrow;
}

function isHandledByBox(desk: Desk, key: string, target: HTMLElement): boolean {
  const model = desk.model();
  const place = Number(target.dataset['f']);
  const block = blockAt(model, desk.selected().octet);
  if (block === undefined) return false;
  const within = block.fields.indexOf(place);
  const beyond = (direction: 1 | -1) =>
    pieceBeyond(layoutOf(model, block), place, direction)?.field;
  const moves: Readonly<Record<string, () => number | undefined>> = {
    ArrowLeft: () => block.fields[within - 1],
    ArrowRight: () => block.fields[within + 1],
    ArrowUp: () => beyond(-1),
    ArrowDown: () => beyond(1),
    Home: () => block.fields[0],
    End: () => block.fields.at(-1),
  };
  const move = moves[key];
  if (move === undefined) return false;
  desk.select(selectField(model, move() ?? place), 'field');
  return true;
}
