import { fetchTips } from './fetch-tips.ts';
import { lineAt, placeTip } from './place-tip.ts';
import { fillTip, makeTip, TIP } from './tip.ts';

/** So long a pointer rests on a word before its definition comes, ms. */
const REST = 120;
/** So long a pointer may be on its way from the word to the definition, ms. */
const GRACE = 260;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Shows the definition of a word of the subject: while a pointer rests on the word or on the
 * definition, while the word has the keyboard's focus, and at the first tap of a finger; the second
 * tap follows the link. Escape sends it away. The definitions of the site come with the first
 * that is wanted. A browser without popovers, and one to which they do not come, keeps the links alone.
 */
export function showTerms(): void {
  if (!('popover' in HTMLElement.prototype) || document.getElementById(TIP)) return;
  const tip = makeTip();
  let word: HTMLAnchorElement | null = null;
  let timer = 0;
  /** What the last press was made with, and whether the pressed word was explained already. */
  let press = { kind: 'mouse', wasShown: false };

  const later = (ms: number, what: () => void) => {
    clearTimeout(timer);
    timer = window.setTimeout(what, ms);
  };
  const hide = () => {
    clearTimeout(timer);
    word?.removeAttribute('aria-describedby');
    word = null;
    if (tip.matches(':popover-open')) tip.hidePopover();
  };
  const show = async (next: HTMLAnchorElement, point: Point | null, isTap: boolean) => {
    clearTimeout(timer);
    if (next === word) return;
    hide();
    word = next;
    const tips = await fetchTips();
    if (next !== word) return;
    const said = tips?.of[next.getAttribute('href') ?? ''];
    if (!tips || !said) {
      hide();
      if (isTap) location.assign(next.href);
      return;
    }
    fillTip(tip, said, isTap ? tips.again : null);
    tip.showPopover();
    const line = lineAt([...next.getClientRects()], point);
    if (!line) return;
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const { left, top } = placeTip(line, tip.getBoundingClientRect(), view);
    tip.style.left = `${left + window.scrollX}px`;
    tip.style.top = `${top + window.scrollY}px`;
    next.setAttribute('aria-describedby', tip.id);
  };
  /** Is the definition still wanted where the focus is, or where the pointer is? */
  const hideUnwanted = () => {
    const isHeld = word?.matches(':focus-visible, :hover') || tip.matches(':hover');
    if (!isHeld) hide();
  };

  addEventListener('pointerover', ({ target, pointerType, clientX, clientY }) => {
    if (pointerType === 'touch') return;
    const over = termAt(target);
    if (over && over !== word) {
      void fetchTips();
      later(REST, () => void show(over, { x: clientX, y: clientY }, false));
    } else if (over || isIn(tip, target)) clearTimeout(timer);
  });
  addEventListener('pointerout', ({ target, pointerType }) => {
    if (pointerType === 'touch') return;
    if (termAt(target) || isIn(tip, target)) later(GRACE, hideUnwanted);
  });
  addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || !target.matches(':focus-visible')) return;
    // Who walks by keys hears a definition together with its word only if it is there by then.
    void fetchTips();
    const focused = termAt(target);
    if (focused === target) void show(focused, null, false);
  });
  addEventListener('focusout', ({ target }) => {
    if (word && termAt(target) === word) later(0, hideUnwanted);
  });
  addEventListener('pointerdown', ({ target, pointerType }) => {
    const pressed = termAt(target);
    press = { kind: pointerType, wasShown: pressed !== null && pressed === word };
    if (word && !press.wasShown && !isIn(tip, target)) hide();
  });
  addEventListener('click', (event) => {
    const clicked = termAt(event.target);
    if (clicked === null) return;
    if (press.kind === 'touch' && !press.wasShown && event.detail > 0) {
      event.preventDefault();
      void show(clicked, { x: event.clientX, y: event.clientY }, true);
    } else hide();
  });
  addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  addEventListener('resize', hide);
  // The page may scroll, the definition goes with it. What scrolls within the page takes the word away.
  addEventListener('scroll', ({ target }) => target !== document && hide(), true);

  // The pointer or the focus may have come to a word before this did.
  const early = document.querySelector<HTMLAnchorElement>('a.term:is(:hover, :focus-visible)');
  if (early) later(REST, () => void show(early, null, false));
}

function termAt(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a.term') : null;
}

function isIn(tip: HTMLElement, target: EventTarget | null): boolean {
  return target instanceof Node && tip.contains(target);
}
