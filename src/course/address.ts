import { prefixed } from './links.ts';

/** The address of a page of ours under the base path of this build: `href('/labs/listen/')`. */
export function href(path: string): string {
  return prefixed(path, import.meta.env.BASE_URL);
}

/** The same page's path without the base, with a slash at both ends. */
export function pathOf(url: URL): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const path = url.pathname.startsWith(base) ? url.pathname.slice(base.length) : url.pathname;
  return path.endsWith('/') ? path : `${path}/`;
}
