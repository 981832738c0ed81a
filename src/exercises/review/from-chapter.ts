import { anchorOf } from '../place.ts';
import type { ReviewChapter } from './data.ts';

const pages = new Map<string, Promise<Document>>();

/** The page of a chapter, fetched once. Rejects if it does not come; then it may be asked for again. */
export function pageOf({ href }: ReviewChapter): Promise<Document> {
  const known = pages.get(href);
  if (known !== undefined) return known;
  const page = fetchPage(href).catch((error: unknown) => {
    pages.delete(href);
    throw error;
  });
  pages.set(href, page);
  return page;
}

async function fetchPage(href: string): Promise<Document> {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${href}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/** An exercise of a chapter’s page, for another page to show; `null` if the chapter has none of this id. */
export function exerciseOf(
  page: Document,
  { href }: ReviewChapter,
  id: string,
): HTMLElement | null {
  const found = page.getElementById(anchorOf(id));
  if (found?.localName !== 'tcp-exercise') return null;
  const exercise = document.importNode(found, true);
  // What the chapter’s own page has, figures above all, is not here.
  for (const link of exercise.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    link.href = href + (link.getAttribute('href') ?? '');
  }
  exercise.dataset['again'] = '';
  return exercise;
}

/** The question of an exercise, in one line of at most so many characters. */
export function questionOf(exercise: HTMLElement, most = 90): string {
  const asked = exercise.querySelector('.ex-question') ?? exercise.querySelector('p');
  const text = (asked?.textContent ?? '').replace(/\s+/g, ' ').trim();
  if (text.length <= most) return text;
  return `${text.slice(0, text.lastIndexOf(' ', most))} …`;
}
