import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ENTRIES } from './entries.ts';

const ids = ENTRIES.map(({ id }) => id);
const root = join(import.meta.dirname, '../../..');

/** Every `<Term id="…">` in the texts of chapters, pages and labs, and in our own components. */
function termsIn(folder: string): readonly { readonly file: string; readonly id: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /[.](mdx|astro)$/.test(name))
    .flatMap((name) => {
      const file = join(folder, name);
      const text = readFileSync(join(root, file), 'utf8');
      return [...text.matchAll(/<Term\s+id="([^"]*)"/g)].map(([, id = '']) => ({ file, id }));
    });
}

it('every word that a text explains has an entry', () => {
  const used = ['content/docs', 'labs', 'src'].flatMap(termsIn).filter(({ id }) => id !== '…');
  expect(used.filter(({ id }) => !ids.includes(id))).toEqual([]);
});

it('there are at least ninety entries, each with an id of its own', () => {
  expect(ids.length).toBeGreaterThanOrEqual(90);
  expect(ids.filter((id, i) => ids.indexOf(id) < i)).toEqual([]);
});

it.each(ENTRIES.map((entry) => [entry.id, entry] as const))(
  '%s is an anchor, defined in one or two sentences, in two languages, with a source',
  (id, { means, source, zh, see = [] }) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(means).toMatch(/[.”]$/);
    const sentences = means.replaceAll('`', '').split(/(?<=[.”])\s+(?=[A-Z0-9“])/);
    expect(sentences.length, means).toBeLessThanOrEqual(2);
    expect(means.split('`').length % 2, 'backticks stand in pairs').toBe(1);
    expect(source.length).toBeGreaterThan(0);
    expect(zh).toMatch(/./);
    expect(see.filter((other) => other === id || !ids.includes(other))).toEqual([]);
  },
);
