import { inCode } from './in-code.ts';

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

/** Writes the definition that a word carries into it. A tap has no focus: then it is also said aloud. */
export function fillTip(tip: HTMLElement, word: HTMLElement, isTap: boolean): void {
  const { term = '', zh = '', means = '', again = '' } = word.dataset;
  tip.ariaLive = isTap ? 'polite' : 'off';
  const chinese = element('span', zh);
  chinese.lang = 'zh-Hans';
  const head = element('p', element('b', term), ' ', chinese);
  const meaning = element(
    'p',
    ...inCode(means).map(({ text, isCode }) => (isCode ? element('code', text) : text)),
  );
  tip.replaceChildren(head, meaning, ...(isTap ? [element('p', again)] : []));
}

function element(name: 'b' | 'code' | 'p' | 'span', ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
}
