import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { presetCalled } from '#playground/presets/presets.ts';
import { COVERAGE } from './coverage.ts';
import { QUESTIONS } from './questions.ts';

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'content/docs/errata.mdx'), 'utf8');

interface Item {
  readonly n: number;
  readonly grade: string;
  readonly text: string;
}

const items: readonly Item[] = [...page.matchAll(/<Erratum\s+([\s\S]*?)<\/Erratum>/g)].map(
  ([, text = '']) => ({
    n: Number(/n=\{(\d+)\}/.exec(text)?.[1]),
    grade: /grade="([ABC])"/.exec(text)?.[1] ?? '',
    text,
  }),
);
const slips = [...page.matchAll(/<Slip\s+n=\{(\d+)\}/g)].map(([, n]) => Number(n));

describe('the page', () => {
  it('has every item of the post once, from the first to the last', () => {
    const all = [...items.map(({ n }) => n), ...slips].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: 56 }, (_, i) => i + 1));
  });

  it('says of each how grave it is', () => {
    const graded = (grade: string) => items.filter((item) => item.grade === grade);
    expect(
      graded('A')
        .map(({ n }) => n)
        .sort(),
    ).toEqual([33, 36]);
    expect(graded('B').length).toBeGreaterThanOrEqual(11);
    expect(items.every(({ grade }) => grade !== '')).toBe(true);
  });

  it('has the gravest of each subject first', () => {
    for (const subject of page.split(/^## /m).slice(1)) {
      const grades = [...subject.matchAll(/grade="([ABC])"/g)].map(([, grade]) => grade);
      expect(grades, subject.split('\n')[0]).toEqual(grades.toSorted());
    }
  });

  it.each(items.map(({ n, text }) => [n, text] as const))(
    'item %i quotes in two languages, and shows the thing somewhere',
    (_n, text) => {
      expect(text).toMatch(/zh=["'{][\s\S]*?en=/);
      const shows = /shows=\{\[([\s\S]*?)\]\}/.exec(text)?.[1] ?? '';
      const places = [...shows.matchAll(/'([^']+)'/g)].map(([, place = '']) => place);
      expect(places.length).toBeGreaterThan(0);
      for (const place of places) {
        const preset = /^\/playground\/#show=(.+)$/.exec(place)?.[1];
        if (preset !== undefined) expect(presetCalled(preset), place).not.toBeNull();
        else if (place.startsWith('#')) expect(page).toContain(`id="${place.slice(1)}"`);
        else expect(place).toMatch(/^\/[a-z]+\/[a-z0-9-]+\/(#[a-z0-9_-]+)?$/);
      }
    },
  );
});

describe('what the post teaches', () => {
  it('is there once, from S01 to S39', () => {
    expect(COVERAGE.map(({ id }) => id)).toEqual(
      Array.from({ length: 39 }, (_, i) => `S${String(i + 1).padStart(2, '0')}`),
    );
  });

  it('is taught somewhere, and corrected by items that are on the page', () => {
    const all = [...items.map(({ n }) => n), ...slips];
    for (const { id, items: mentioned, taught, zh, en } of COVERAGE) {
      expect(taught.length, id).toBeGreaterThan(0);
      expect(
        mentioned.filter((n) => !all.includes(n)),
        id,
      ).toEqual([]);
      expect(zh && en, id).not.toBe('');
    }
  });

  it('names every item that belongs to a line', () => {
    const named = new Set(COVERAGE.flatMap(({ items: mentioned }) => mentioned));
    // Its pictures, where it was filed, and what it leaves out belong to no line.
    const whole = [1, 2, 56];
    const missing = items.filter(({ n }) => !named.has(n) && !whole.includes(n));
    expect(missing.map(({ n }) => n)).toEqual([]);
    expect(slips.filter((n) => !named.has(n) && !whole.includes(n))).toEqual([]);
  });
});

it('what is asked besides is asked once', () => {
  const words = Object.values(QUESTIONS).flatMap((asked) => asked.map((each) => each.words));
  expect(words.filter((each, i) => words.indexOf(each) < i)).toEqual([]);
  expect(words.length).toBeGreaterThanOrEqual(50);
});
