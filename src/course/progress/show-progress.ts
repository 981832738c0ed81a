import { PLANK_LAID, readProgress } from '#storage/progress.ts';
import { browserShelf, openStore } from '#storage/store.ts';
import { format } from '#text/text.ts';
import { plankStates, type PlankState } from './plank-states.ts';
import { markRead, readChapters } from './read-chapters.ts';

const store = openStore(import.meta.env.BASE_URL, browserShelf());

/**
 * Shows on the page what the reader has read and laid, and keeps it true: when a plank is laid,
 * when another tab lays one, and when the page comes back from the browser's history.
 */
export function showProgress(): void {
  show();
  addEventListener(PLANK_LAID, show);
  addEventListener('storage', show);
  addEventListener('pageshow', show);
  watchEnd();
}

function show(): void {
  const laid = readProgress(store);
  for (const tally of document.querySelectorAll<HTMLElement>('[data-tally]')) {
    const order = (tally.dataset['order'] ?? '').split(' ').filter(Boolean);
    const states = plankStates(order, (lab) => lab in laid);
    const yours = [...states.values()].filter((state) => state === 'laid').length;
    tally.textContent = format(tally.dataset['tally'] ?? '', {
      laid: yours,
      left: order.length - yours,
    });
    for (const [lab, state] of states) {
      for (const plank of document.querySelectorAll<HTMLElement>(`[data-lab="${lab}"]`)) {
        plank.dataset['plank'] = state;
        rename(plank, state);
      }
    }
  }
  const read = readChapters(store);
  for (const chapter of document.querySelectorAll<HTMLElement>('[data-chapter]')) {
    chapter.classList.toggle('read', read.includes(chapter.dataset['chapter'] ?? ''));
  }
}

/** A plank that has a name for each state goes by the right one, for pointers and readers. */
function rename(plank: Element, state: PlankState): void {
  const title = plank.querySelector<SVGTitleElement>(':scope > title');
  const name = title?.dataset[state];
  if (title && name !== undefined && title.textContent !== name) title.textContent = name;
}

/** A chapter is read when its end has been in view. */
function watchEnd(): void {
  const end = document.querySelector<HTMLElement>('[data-end-of]');
  const chapter = end?.dataset['endOf'];
  if (!end || !chapter) return;
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    markRead(store, chapter);
    show();
  }).observe(end);
}
