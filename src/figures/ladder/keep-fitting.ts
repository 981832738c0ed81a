import type { Translator } from '#text/text.ts';
import type { Sheet } from './redraw.ts';

/** A drawing that takes more of the window than this keeps the controls at its foot in sight. */
const TALL = 0.7;
/** A drawing longer than this is moved in a box of its own, px. */
const LONG = 6000;

/** Draws anew when the room is another, and a long drawing where it comes in sight. */
export function keepFitting(root: HTMLElement, sheet: Sheet, t: Translator): void {
  const fit = () => {
    sheet.refresh();
    const height = sheet.drawing()?.svg.getBoundingClientRect().height ?? 0;
    root.classList.toggle('tall', height > innerHeight * TALL);
    const isLong = height > LONG;
    if (root.classList.contains('long') === isLong) return;
    root.classList.toggle('long', isLong);
    setBoxes(root, isLong, t);
  };
  addEventListener('scroll', () => sheet.refresh(), { passive: true, capture: true });
  addEventListener('resize', fit, { passive: true });
  new ResizeObserver(fit).observe(root);
}

/** The box of a long drawing is scrolled by keys as well. */
function setBoxes(root: HTMLElement, isLong: boolean, t: Translator): void {
  for (const box of root.querySelectorAll<HTMLElement>('.drawing')) {
    if (isLong) {
      box.tabIndex = 0;
      box.setAttribute('role', 'region');
      box.setAttribute('aria-label', t('ladder.box'));
    } else {
      for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
    }
  }
}
