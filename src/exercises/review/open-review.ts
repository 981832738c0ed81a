import { EXERCISES, forgetResult, readResults } from '#storage/exercises.ts';
import { browserShelf, openStore } from '#storage/store.ts';
import { count, translator } from '#text/text.ts';
import { anchorOf } from '../place.ts';
import '../exercise-element.ts';
import type { ReviewChapter, ReviewData } from './data.ts';
import { exerciseOf, pageOf, questionOf } from './from-chapter.ts';
import { button, link, make } from './make.ts';
import { daysUntil, waitingIn, type Waiting } from './waiting.ts';

/** Opens the review page: the exercise that is due, then what is due later. */
export function openReview(root: HTMLElement, { lang, chapters, messages }: ReviewData): void {
  const t = translator(messages);
  const store = openStore(import.meta.env.BASE_URL, browserShelf());
  const status = make('p', 'rv-status');
  status.role = 'status';
  const place = make('div', 'rv-now');
  const lists = make('div', 'rv-lists');
  root.replaceChildren(status, place, lists);
  /** The exercise that is shown, by its key. */
  let current: string | null = null;

  const chapterOf = ({ chapter }: Waiting) => chapters.find(({ id }) => id === chapter);
  const known = () => waitingIn(readResults(store)).filter((one) => chapterOf(one) !== undefined);
  const due = () => known().filter((one) => one.due <= Date.now());
  const addressOf = ({ href }: ReviewChapter, id: string) => `${href}#${anchorOf(id)}`;

  /** Shows an exercise itself, taken from its chapter. */
  async function show(one: Waiting, isAsked: boolean): Promise<void> {
    const chapter = chapterOf(one);
    if (chapter === undefined) return;
    current = one.key;
    list();
    place.replaceChildren(make('p', '', t('review.fetching')));
    try {
      const page = await pageOf(chapter);
      if (current !== one.key) return;
      const exercise = exerciseOf(page, chapter, one.id);
      place.replaceChildren(
        make('p', 'cap', t('review.from'), ' ', link(chapter.title, addressOf(chapter, one.id))),
        exercise ?? make('p', '', t('review.gone.exercise')),
        acts(one),
      );
      if (isAsked) place.querySelector<HTMLElement>('a')?.focus();
    } catch {
      if (current !== one.key) return;
      const again = button(t('review.try-again'), 'b s', () => void show(one, true));
      place.replaceChildren(
        make('p', '', t('review.offline', { chapter: chapter.title })),
        make('p', 'rv-acts', again, link(t('review.open-chapter'), addressOf(chapter, one.id))),
      );
      if (isAsked) again.focus();
    }
  }

  function acts(one: Waiting): HTMLElement {
    const next = button(t('review.next'), 'b s', () => showNext(one.key));
    const forget = button(t('review.forget'), 'b s', () => {
      forgetResult(store, one.key);
      showNext(one.key);
    });
    return make('p', 'rv-acts', next, forget);
  }

  /** Shows what is due next, after the one that is there. */
  function showNext(after: string | null): void {
    const all = due();
    const at = all.findIndex(({ key }) => key === after);
    const next = all[at + 1] ?? all[0];
    if (next === undefined) {
      current = null;
      place.replaceChildren();
      list();
      status.tabIndex = -1;
      if (after !== null) status.focus();
      return;
    }
    void show(next, after !== null);
  }

  /** Says what is due, and lists what comes later. */
  function list(): void {
    const many = due().length;
    const results = Object.values(readResults(store));
    const all = known();
    status.textContent =
      many > 0
        ? count(t, lang, 'review.due', many)
        : t(
            all.length > 0
              ? 'review.none-due'
              : results.length > 0
                ? 'review.all-right'
                : 'review.nothing',
          );
    const later = all.filter((one) => one.due > Date.now());
    const gone = waitingIn(readResults(store)).filter((one) => chapterOf(one) === undefined);
    const others = due().filter(({ key }) => key !== current);
    lists.replaceChildren(
      ...section('review.also-due', others),
      ...section('review.later', later),
      ...section('review.gone', gone),
    );
  }

  function section(title: string, some: readonly Waiting[]): HTMLElement[] {
    if (some.length === 0) return [];
    return [make('h2', '', t(title)), make('ul', 'rv-list', ...some.map(row))];
  }

  function row(one: Waiting): HTMLElement {
    const chapter = chapterOf(one);
    const name = chapter ? link(one.id, addressOf(chapter, one.id)) : make('span', '', one.id);
    const item = make('li', '', name);
    if (chapter) {
      item.append(make('span', 'rv-when', `${chapter.title}. ${whenDue(one)}`));
      void nameBy(name, chapter, one.id);
    } else item.append(make('span', 'rv-when', one.chapter));
    const buttons = make('span', 'rv-acts');
    if (chapter) buttons.append(button(t('review.do-now'), 'b s', () => void show(one, true)));
    const forget = button(t('review.forget'), 'b s', () => {
      forgetResult(store, one.key);
      if (current === one.key) showNext(one.key);
      status.tabIndex = -1;
      status.focus();
    });
    buttons.append(forget);
    item.append(buttons);
    return item;
  }

  function whenDue({ due: at }: Waiting): string {
    if (at <= Date.now()) return t('review.now');
    const days = daysUntil(at, Date.now());
    if (days <= 1) return t(days === 0 ? 'review.today' : 'review.tomorrow');
    return count(t, lang, 'review.in-days', days);
  }

  /** Puts the question in the place of the id, once the chapter is here. */
  async function nameBy(name: HTMLElement, chapter: ReviewChapter, id: string): Promise<void> {
    try {
      const exercise = exerciseOf(await pageOf(chapter), chapter, id);
      if (exercise !== null) name.textContent = questionOf(exercise);
    } catch {
      // Without the network the id has to do.
    }
  }

  showNext(null);
  // Answers given here, and in other tabs.
  store.watch(EXERCISES, list);
  addEventListener('pageshow', ({ persisted }) => persisted && list());
}
