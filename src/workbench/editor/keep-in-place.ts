/**
 * After two editors were swapped: scrolls what scrolls around `host` until the caret stands where
 * it stood. `before` and `after` are its distances from the window's top in px, `null` if unseen.
 */
export function keepInPlace(
  host: HTMLElement | null,
  before: number | null,
  after: () => number | null,
): void {
  if (!host || before === null || before < 0 || before > innerHeight) return;
  requestAnimationFrame(() => {
    const now = after();
    if (now === null) return;
    scrollerOf(host).scrollBy({ top: now - before, behavior: 'instant' });
  });
}

function scrollerOf(element: HTMLElement): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return document.documentElement;
}
