import { tagsOf, type Page, type Tag } from './pages.ts';

/** What a link check needs to know of a built site. */
export interface BuiltSite {
  /** The path under which it stands, with a slash at both ends. */
  readonly base: string;
  readonly pages: readonly Page[];
  /** All files, relative to the site's folder. */
  readonly files: ReadonlySet<string>;
}

interface Link {
  readonly url: string;
  /** Fetched by the browser without being asked, unlike an `<a href>`. */
  readonly loaded: boolean;
}

/**
 * Follows every link of every page: inside the site the file must be there, and the anchor in it;
 * what the browser loads by itself must come from the site. One line per problem.
 */
export function linkProblems(site: BuiltSite): readonly string[] {
  const ids = new Map(site.pages.map(({ path, html }) => [path, idsOf(html)]));
  return site.pages.flatMap((page) => {
    const links = tagsOf(page.html).flatMap(linksOf);
    const problems = links.flatMap((link) => problemOf(site, ids, page, link) ?? []);
    return [...new Set(problems)].map((problem) => `${page.path}: ${problem}`);
  });
}

function idsOf(html: string): ReadonlySet<string> {
  return new Set(tagsOf(html).flatMap(({ attributes }) => attributes['id'] ?? []));
}

function linksOf({ name, attributes }: Tag): readonly Link[] {
  const { href, src, srcset, rel } = attributes;
  const links: Link[] = [];
  const informs = /\b(canonical|alternate|sitemap|license|author|prev|next)\b/.test(rel ?? '');
  if (href !== undefined) links.push({ url: href, loaded: name === 'link' && !informs });
  if (src !== undefined) links.push({ url: src, loaded: true });
  for (const part of srcset?.split(',') ?? []) {
    links.push({ url: part.trim().split(/\s/)[0] ?? '', loaded: true });
  }
  return links;
}

const SOMEWHERE = 'http://site.invalid';

function problemOf(
  site: BuiltSite,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
  page: Page,
  { url, loaded }: Link,
): string | null {
  if (/^(data|mailto|tel|blob):/.test(url)) return null;
  if (/^javascript:/i.test(url)) return `${url} is a script`;
  const from = new URL(site.base + page.path.replace(/(^|\/)index\.html$/, '$1'), SOMEWHERE);
  if (!URL.canParse(url, from)) return `${url} is no address`;
  const target = new URL(url, from);
  if (target.origin !== SOMEWHERE) return loaded ? `loads ${url} from elsewhere` : null;
  if (!target.pathname.startsWith(site.base)) return `${url} leads out of ${site.base}`;
  const file = fileFor(site, decodeURIComponent(target.pathname.slice(site.base.length)));
  if (file === null) return `${url} leads nowhere`;
  const anchor = decodeURIComponent(target.hash.slice(1));
  const known = ids.get(file);
  // `#show=figure-6` names no place: it is a word to the script of the page.
  const isPlace = anchor !== '' && !anchor.includes('=');
  if (!isPlace || known === undefined || known.has(anchor)) return null;
  return `${url}: no such place in ${file}`;
}

function fileFor({ files }: BuiltSite, path: string): string | null {
  if (path === '' || path.endsWith('/')) {
    return files.has(`${path}index.html`) ? `${path}index.html` : null;
  }
  return files.has(path) ? path : null;
}
