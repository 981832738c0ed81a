/** Lets tables of running text be scrolled by key as long as they are wider than their room. */
export function scrollByKey(): void {
  const tables = document.querySelectorAll<HTMLElement>('.sl-markdown-content table');
  const mark = () => {
    for (const table of tables) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
      else table.removeAttribute('tabindex');
    }
  };
  addEventListener('resize', mark, { passive: true });
  mark();
}
