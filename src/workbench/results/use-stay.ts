import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Phase } from '../run/phase.ts';

/** Paper that is left above what is brought into view, px. */
const ABOVE = 12;
/** So much of a case must be seen for it to be in view, px. */
const ENOUGH = 160;

/**
 * Keeps the open case where it is on the screen, while a verdict or another case that closes changes
 * what stands above it. What a verdict opened, and errors of the compiler, are brought into view.
 */
export function useStay(root: RefObject<HTMLElement>, open: string | null, phase: Phase): void {
  const last = useRef<{ phase: Phase; open: string | null }>({ phase, open });
  // The place before this drawing: the page still shows the one before it.
  const before = placeOf(root.current, open);

  useLayoutEffect(() => {
    const was = last.current;
    last.current = { phase, open };
    const isNew = was.phase !== phase;
    if (!root.current || (!isNew && was.open === open)) return;
    const said = isNew ? saidOf(phase) : null;
    if (said !== null) return reveal(root.current, said);
    const now = placeOf(root.current, open);
    if (open === null || now === null || (isNew && phase.kind !== 'judged')) return;
    if (before !== null) {
      scrollerOf(root.current).scrollBy({ top: now - before, behavior: 'instant' });
    }
    reveal(root.current, rowSelector(open));
  });
}

/** What says how the run ended, where no single case does. */
function saidOf(phase: Phase): string | null {
  if (phase.kind === 'did not compile') return '.wb-problems';
  if (phase.kind === 'stopped' || phase.kind === 'broken') return '.wb-say';
  if (phase.kind !== 'judged') return null;
  const { verdict, only, cases } = phase.report;
  if (cases.length === 0) return '.wb-say';
  return verdict === 'passed' && only === null ? '.wb-laid' : null;
}

const rowSelector = (id: string) => `[data-case="${CSS.escape(id)}"]`;

/** Gives the focus to the line of a case. */
export function focusRow(root: HTMLElement | null, id: string): void {
  root?.querySelector<HTMLElement>(`${rowSelector(id)} > button`)?.focus({ preventScroll: true });
}

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
