import type { Trace } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { listLadder } from '../ladder/list.ts';
import { escapeText } from '../ladder/svg.ts';
import { colourWords } from '../ladder/colour-words.ts';

/** One event of a list that a reader walks through. */
export interface EventRow {
  /** When, ms. */
  readonly at: number;
  /** The same in words. */
  readonly time: string;
  /** The letter of its host; `null` where only one is looked at. */
  readonly host: string | null;
  /** What happened, in plain words. */
  readonly text: string;
  /** What sets it apart from the others, in words; `null`: nothing. */
  readonly mark: string | null;
}

/** The events of a Trace in the order of time; `host`: only those of this one. */
export function eventRows(trace: Trace, t: Translator, host?: string): readonly EventRow[] {
  return listLadder(trace, t)
    .filter((item) => host === undefined || item.host === host)
    .map(({ at, time, text, host: name }) => ({
      ...{ at, time, text, mark: null },
      host: host === undefined ? name : null,
    }));
}

/** The inside of one item. `colour`: whether control bits and states are lettered as in the drawing. */
export function eventHtml({ time, host, text, mark }: EventRow, colour = true): string {
  const who = host === null ? '' : `<span class="who">${escapeText(host)}</span>`;
  const words = colour ? colourWords(text) : escapeText(text);
  const apart =
    mark === null
      ? ''
      : `<span class="ne"><span aria-hidden="true">≠</span><span class="sr-only"> ${escapeText(mark)}</span></span>`;
  return `<span class="when">${escapeText(time)}</span>${who}<span class="what">${words}</span>${apart}`;
}

export interface EventsHtmlOptions {
  /** The list's name for those who do not see it. */
  readonly label: string;
  /** Begins the ids of the items; another for each list of a page. */
  readonly idPrefix: string;
  /** The place of the event that is looked at. */
  readonly at: number;
}

/** The rows as a list in which one item is selected; the keys are those of `placeAfter`. */
export function eventsHtml(
  rows: readonly EventRow[],
  { label, idPrefix, at }: EventsHtmlOptions,
): string {
  const id = (place: number) => escapeText(`${idPrefix}-${place}`);
  const items = rows.map(
    (row, place) =>
      `<li role="option" id="${id(place)}" aria-selected="${place === at}">${eventHtml(row)}</li>`,
  );
  const active = rows[at] === undefined ? '' : ` aria-activedescendant="${id(at)}"`;
  return `<ul class="inspector events" role="listbox" tabindex="0" aria-label="${escapeText(label)}"${active}>${items.join('')}</ul>`;
}

/** A page of the list, for the keys. */
const PAGE = 8;

/** Where a key leads from a place in a list of so many; `null` if it is no key of a list. */
export function placeAfter(key: string, at: number, length: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ...{ ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1 },
    ...{ PageDown: at + PAGE, PageUp: at - PAGE, Home: 0, End: length - 1 },
  };
  const to = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return to === undefined ? null : Math.max(0, Math.min(length - 1, to));
}

/** Scrolls a list, and never the page, so far that its item `at` can be seen. */
export function reveal(list: HTMLElement, at: number): void {
  const item = list.children[at];
  if (!(item instanceof HTMLElement)) return;
  const above = item.offsetTop - list.offsetTop;
  if (above < list.scrollTop) list.scrollTop = above;
  const over = above + item.offsetHeight - list.clientHeight;
  if (over > list.scrollTop) list.scrollTop = over;
}
