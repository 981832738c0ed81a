import type { Desk } from './desk.ts';
import { editOctet } from './edit.ts';
import { hexOf } from './hex.ts';
import { change } from './history.ts';

/** Two digits that are typed into an octet, one after the other. */
export interface Typing {
  /** Takes a hexadecimal digit; the second of two changes the octet and leads to the next. */
  type(key: string, target: HTMLElement): void;
  /** Leaves an octet as it was of which only the first digit was typed; `false` if there is none. */
  forget(): boolean;
}

/** How digits are typed into the octets of a figure. */
export function typingOn(desk: Desk): Typing {
  let digit: { readonly at: number; readonly high: number } | null = null;

  const forget = () => {
    const wasTyping = digit !== null;
    digit = null;
    for (const octet of desk.root.querySelectorAll<HTMLElement>('.o.typing')) {
      octet.classList.remove('typing');
      octet.textContent = hexOf(desk.model().octets[Number(octet.dataset['o'])] ?? 0);
    }
    return wasTyping;
  };

  const type = (key: string, target: HTMLElement) => {
    const at = Number(target.dataset['o']);
    const value = Number.parseInt(key, 16);
    if (digit?.at !== at) {
      digit = { at, high: value };
      target.textContent = `${key.toLowerCase()}_`;
      target.classList.add('typing');
      return;
    }
    const octet = digit.high * 16 + value;
    forget();
    desk.become(change(desk.history(), editOctet(desk.model(), at, octet)), 'octet');
    desk.selectOctet(Math.min(desk.model().octets.length - 1, at + 1), 'octet');
  };

  return { type, forget };
}
