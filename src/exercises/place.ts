import { fail, type Asked } from './problem.ts';

/** Where an exercise stands, and by which names it goes. */
export interface Place extends Asked {
  /**
   * The name under which its results are kept: `handshake/three-way#two-messages`. Sheets of the
   * gallery have none: nothing that an author tries there is a result.
   */
  readonly key: string | undefined;
  /** Its element’s id, which is its anchor in the page. */
  readonly anchor: string;
}

/** What Astro hands to every component of a page. */
interface PageOf {
  readonly url: URL;
  readonly locals: object;
}

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** The id of the element of an exercise: so it does not meet the id of a heading. */
export function anchorOf(id: string): string {
  return `exercise-${id}`;
}

/**
 * Gives an exercise its place on the page. Stops the build if its id is missing, is no id, or stands
 * on the page already: results are kept by it.
 */
export function takePlace(page: PageOf, kind: string, id: unknown, base: string): Place {
  const name = pageName(page.url.pathname, base);
  const asked = { page: name, id: String(id), kind };
  if (typeof id !== 'string' || !ID.test(id)) {
    fail(
      asked,
      'its id is missing or is none.',
      'Give it one of small letters, digits and hyphens.',
    );
  }
  const locals = page.locals as { exercises?: Set<string> };
  locals.exercises ??= new Set();
  if (locals.exercises.has(id)) {
    fail(asked, 'another exercise of this page has this id.', 'Give each a name of its own.');
  }
  locals.exercises.add(id);
  const key = name.startsWith('gallery/') ? undefined : `${name}#${id}`;
  return { ...asked, key, anchor: anchorOf(id) };
}

/** A page's address without the base path, and without slashes at its ends. */
export function pageName(pathname: string, base: string): string {
  const start = base.replace(/\/$/, '');
  const path = pathname.startsWith(`${start}/`) ? pathname.slice(start.length) : pathname;
  return path.replace(/^\/+|\/+$|(\/index)?\.html$/g, '');
}
