import { holds } from './filter.ts';

/** The box over the entries that leaves only those which hold what is typed. */
export class TermFilter extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector('input');
    const said = this.querySelector('[role=status]');
    if (!box || !said) return;
    const entries = [...document.querySelectorAll<HTMLElement>('.entry')].map((row) => ({
      row,
      text: row.textContent,
      name: row.querySelector('h3')?.textContent ?? '',
    }));
    const show = () => {
      const typed = box.value;
      // Whoever types the name of a term wants that term, not every entry that mentions it.
      const named = entries.filter(({ name }) => holds(name, typed));
      const found = named.length > 0 ? named : entries.filter(({ text }) => holds(text, typed));
      const rows = new Set(found.map(({ row }) => row));
      for (const { row } of entries) row.hidden = !rows.has(row);
      for (const letter of document.querySelectorAll<HTMLElement>('[data-letter]')) {
        letter.hidden = letter.querySelector('.entry:not([hidden])') === null;
      }
      said.textContent = this.sentence(rows.size);
    };
    box.addEventListener('input', show);
    // A link to an entry that is filtered away shows all again.
    addEventListener('hashchange', () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target?.closest('[hidden]')) return;
      box.value = '';
      show();
      target.scrollIntoView();
    });
    show();
  }

  private sentence(n: number): string {
    const { one = '', other = '', none = '' } = this.dataset;
    if (n === 0) return none;
    const form = new Intl.PluralRules(document.documentElement.lang || 'en').select(n);
    return (form === 'one' ? one : other).replace('{n}', String(n));
  }
}
