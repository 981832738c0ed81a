import { inCode } from './in-code.ts';
import type { Tip } from './tips.ts';

/** The id of the one definition that a page shows. */
export const TIP = 'term-tip';

/** The one definition of a page, empty and not shown. */
export function makeTip(): HTMLElement {
  const tip = document.createElement('div');
  tip.id = TIP;
  tip.className = 'term-tip';
  tip.popover = 'manual';
  tip.setAttribute('role', 'tooltip');
  (document.querySelector('main') ?? document.body).append(tip);
  return tip;
}

/**
 * Writes a definition into it. A tap has no focus: then it is also said aloud, with what a second
 * tap does, `again`.
 */
export function fillTip(tip: HTMLElement, { term, zh, means }: Tip, again: string | null): void {
  tip.ariaLive = again === null ? 'off' : 'polite';
  const chinese = element('span', zh);
  chinese.lang = 'zh-Hans';
  const head = element('p', element('b', term), ' ', chinese);
  const meaning = element(
    'p',
    ...inCode(means).map(({ text, isCode }) => (isCode ? element('code', text) : text)),
  );
  tip.replaceChildren(head, meaning, ...(again === null ? [] : [element('p', again)]));
}

function element(name: 'b' | 'code' | 'p' | 'span', ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
}
