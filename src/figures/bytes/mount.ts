import { listenToButtons } from './buttons.ts';
import { deskOf } from './desk.ts';
import { listenToKeys } from './keys.ts';
import { listenToPointer } from './pointer.ts';

/** Brings a figure of octets in the page alive: a selection that moves, values that can be changed. */
export function mountBytes(root: HTMLElement): void {
  const desk = deskOf(root);
  listenToKeys(desk);
  listenToPointer(desk);
  listenToButtons(desk);
}
