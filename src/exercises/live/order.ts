import type { Mount } from './kind.ts';
import { dragBy } from './drag.ts';
import { saysOf, unsay } from './says.ts';

/** Segments to put in order, by buttons, arrow keys or a pointer. */
export const mountOrder: Mount = (root, t, tell) => {
  const list = root.querySelector<HTMLElement>('.ex-order');
  const items = () => [...root.querySelectorAll<HTMLElement>('.ex-order > li')];
  const first = items();
  const whys = [...root.querySelectorAll('.ex-right .ex-why')];

  /** Moves an item by one. Its neighbour goes round it, so that it keeps focus and pointer. */
  function move(item: HTMLElement, by: number): boolean {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (other === null) return false;
    unsay(root);
    if (by < 0) item.after(other);
    else item.before(other);
    const place = items().indexOf(item) + 1;
    tell(t('exercise.place', { n: place, of: first.length }));
    return true;
  }

  list?.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-move]') : null;
    const item = button?.closest('li');
    if (item) move(item, Number(button?.dataset['move']));
  });
  list?.addEventListener('keydown', (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const item = event.target instanceof Element ? event.target.closest('li') : null;
    if (by === undefined || item === null) return;
    event.preventDefault();
    move(item, by);
  });
  for (const item of first) dragBy(item.querySelector('.ex-grip'), item, move);

  return {
    check() {
      unsay(root);
      const wrong = items().filter((item, at) => {
        const n = Number(item.dataset['right']);
        const place = item.querySelector('.ex-says');
        if (n === at) saysOf(place, t, true, t('exercise.in-place'));
        else {
          const sentence = t(at < n ? 'exercise.too-early' : 'exercise.too-late');
          saysOf(place, t, false, sentence, whys[n] ?? null);
        }
        return n !== at;
      });
      const focus = wrong[0]?.querySelector('button') ?? null;
      return { kind: 'checked', right: first.length - wrong.length, of: first.length, focus };
    },
    clear() {
      unsay(root);
      list?.append(...first);
    },
  };
};
