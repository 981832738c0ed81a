/**
 * Lets `root` take the window's whole width although it stands in a narrow column. CSS alone cannot
 * say it, because the column is not in the middle and the scroll bar has a width.
 */
export function keepFullWidth(column: HTMLElement, root: HTMLElement): void {
  const measure = () => {
    root.style.setProperty('--bench-start', `${String(-column.getBoundingClientRect().left)}px`);
    root.style.setProperty('--bench-width', `${String(document.documentElement.clientWidth)}px`);
  };
  new ResizeObserver(measure).observe(document.documentElement);
  measure();
}
