/**
 * Scrolls the page until the workbench stands under the header. `scrollIntoView` would leave the
 * distance that suits headings.
 */
export function bringToTop(root: Element): void {
  const margin = parseFloat(getComputedStyle(root).scrollMarginTop);
  scrollBy({ top: root.getBoundingClientRect().top - margin, behavior: 'instant' });
}
