import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Phase } from '../run/phase.ts';

/** Paper that is left above what is brought into view, px. */
const ABOVE = 12;
/** So much of a case must be seen for it to be in view, px. */
const ENOUGH = 160;

/**
 * Keeps the open case where it is on the screen while a verdict changes what stands above it. A case
 * that a verdict opened, and errors of the compiler, are brought into view.
 */
export function useStay(root: RefObject<HTMLElement>, open: string | null, phase: Phase): void {
  const last = useRef<{ phase: Phase; open: string | null }>({ phase, open });
  // The place before this drawing: the page still shows the one before it.
  const before = placeOf(root.current, last.current.open);

  useLayoutEffect(() => {
    const was = last.current;
    last.current = { phase, open };
    if (was.phase === phase || !root.current) return;
    if (phase.kind === 'did not compile') return reveal(root.current, '.wb-problems');
    if (phase.kind !== 'judged') return;
    if (phase.report.verdict === 'passed' && phase.report.only === null) {
      return reveal(root.current, '.wb-laid');
    }
    const now = placeOf(root.current, open);
    if (open === null || now === null) return;
    if (was.open === open && before !== null) {
      scrollerOf(root.current).scrollBy({ top: now - before, behavior: 'instant' });
    }
    reveal(root.current, rowSelector(open));
  });
}

const rowSelector = (id: string) => `[data-case="${CSS.escape(id)}"]`;

function placeOf(root: HTMLElement | null, id: string | null): number | null {
  const row = id === null ? null : root?.querySelector(rowSelector(id));
  return row?.getClientRects().length ? row.getBoundingClientRect().top : null;
}

/** Scrolls only if it must. */
function reveal(root: HTMLElement, selector: string): void {
  const element = root.querySelector(selector);
  if (!element?.getClientRects().length) return;
  const scroller = scrollerOf(root);
  const isPage = scroller === document.scrollingElement;
  const frame = scroller.getBoundingClientRect();
  // On a narrow sheet the toolbar lies over the top of the page.
  const bar = isPage ? root.closest('.wb')?.querySelector('.wb-actions') : null;
  const top = isPage ? Math.max(0, bar?.getBoundingClientRect().bottom ?? 0) : frame.top;
  const bottom = isPage ? innerHeight : frame.bottom;
  const place = element.getBoundingClientRect().top;
  if (place >= top && place + ENOUGH <= bottom) return;
  scroller.scrollBy({ top: place - top - ABOVE, behavior: 'instant' });
}

function scrollerOf(element: HTMLElement): Element {
  for (let each = element.parentElement; each; each = each.parentElement) {
    const { overflowY } = getComputedStyle(each);
    if ((overflowY === 'auto' || overflowY === 'scroll') && each.scrollHeight > each.clientHeight) {
      return each;
    }
  }
  return document.scrollingElement ?? document.documentElement;
}
