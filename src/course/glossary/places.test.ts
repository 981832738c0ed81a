import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COVERAGE } from '../errata/coverage.ts';
import { QUESTIONS } from '../errata/questions.ts';
import { ENTRIES } from './entries.ts';

const docs = join(import.meta.dirname, '../../../content/docs');

/** The text of a page of the course, by its address from the root; `null` if there is none. */
function pageAt(address: string): string | null {
  const page = address.replace(/#.*$/, '').replace(/^\/|\/$/g, '');
  const file = [`${page}.mdx`, `${page}/index.mdx`].find((name) => existsSync(join(docs, name)));
  return file === undefined ? null : readFileSync(join(docs, file), 'utf8');
}

/** The anchors of a page: its headings, as the site makes them, and the ids that are written out. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#{2,4} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .replace(/<[^>]*>|[`*]/g, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
  const ids = [...text.matchAll(/\bid="([^"]+)"/g)].map(([, id = '']) => id);
  return new Set([...headings, ...ids]);
}

const errata = pageAt('/errata/') ?? '';
const shown = [...errata.matchAll(/shows=\{\[([\s\S]*?)\]\}/g)].flatMap(([, list = '']) =>
  [...list.matchAll(/'([^']+)'/g)].map(([, to = '']) => to),
);
const places = [
  ...new Set([
    ...ENTRIES.flatMap(({ taught }) => taught ?? []),
    ...COVERAGE.flatMap(({ taught }) => taught),
    ...Object.values(QUESTIONS).flatMap((asked) => asked.map(({ at }) => at)),
    ...shown.filter((to) => to.startsWith('/') && !to.startsWith('/playground/')),
  ]),
].sort();

it.each(places)('%s is a place in the course', (to) => {
  const entry = /^\/glossary\/#(.+)$/.exec(to)?.[1];
  if (entry !== undefined) {
    expect(ENTRIES.map(({ id }) => id)).toContain(entry);
    return;
  }
  const page = pageAt(to);
  expect(page, 'the page').not.toBeNull();
  const anchor = /#(.+)$/.exec(to)?.[1];
  if (anchor !== undefined) expect([...anchorsOf(page ?? '')]).toContain(anchor);
});
