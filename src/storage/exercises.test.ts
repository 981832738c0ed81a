import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterAnswer,
  DAYS,
  dueAt,
  forgetResult,
  keepAnswer,
  readResults,
  resultsOf,
} from './exercises.ts';
import { fakeShelf, fakeTabs } from './fake-shelf.ts';
import type { ExerciseResult } from './kept.ts';
import { mergeEntry } from './merge.ts';
import { openStore } from './store.ts';
import { openWork } from './work.ts';

const DAY = 24 * 60 * 60 * 1000;
const day = (n: number) => new Date(n * DAY);
const KEY = 'handshake/three-way#two-messages';

describe('an answer', () => {
  it('that is right at once is not asked for again', () => {
    const result = afterAnswer(undefined, true, day(1));
    expect(result).toMatchObject({ right: true, box: 0 });
    expect(dueAt(result)).toBeNull();
  });

  it('that is missed is asked for at once, then after 1, 3, 7 and 21 days, then no more', () => {
    let result = afterAnswer(undefined, false, day(10));
    const waited: number[] = [];
    for (let now = 10; ; now = Number(dueAt(result)) / DAY) {
      const due = dueAt(result);
      if (due === null) break;
      waited.push((due - Date.parse(result.since)) / DAY);
      now = due / DAY;
      result = afterAnswer(result, true, day(now));
    }
    expect(waited).toEqual([0, 1, 3, 7, 21]);
    expect(waited).toEqual(Object.values(DAYS));
    expect(result).toMatchObject({ right: true, box: 0 });
  });

  it('that is right before it is due changes nothing of when it is due', () => {
    const missed = afterAnswer(undefined, false, day(1));
    const again = afterAnswer(missed, true, day(1));
    expect(again).toMatchObject({ box: 2, right: true });
    const early = afterAnswer(again, true, day(1.5));
    expect(early).toEqual({ ...again, at: day(1.5).toISOString() });
  });

  it('that is missed later goes back to the beginning', () => {
    const far: ExerciseResult = { right: true, at: '', box: 4, since: day(1).toISOString() };
    expect(afterAnswer(far, false, day(9))).toMatchObject({ right: false, box: 1 });
    const done = afterAnswer(undefined, true, day(1));
    expect(afterAnswer(done, false, day(2))).toMatchObject({ right: false, box: 1 });
  });

  it('kept under a clock that was ahead is due all the same', () => {
    const ahead: ExerciseResult = { right: true, at: '', box: 2, since: day(9999).toISOString() };
    expect(afterAnswer(ahead, true, day(1))).toMatchObject({ box: 3, since: day(1).toISOString() });
  });
});

describe('results', () => {
  it('are counted by chapter', () => {
    const store = openStore('/', fakeShelf(), null);
    keepAnswer(store, KEY, true, day(1));
    keepAnswer(store, 'handshake/three-way#other', false, day(1));
    keepAnswer(store, 'handshake/three-way-more#other', true, day(1));
    expect(resultsOf(store, 'handshake/three-way')).toEqual({ done: 2, right: 1 });
    expect(resultsOf(store, 'closing/two-goodbyes')).toEqual({ done: 0, right: 0 });
    forgetResult(store, KEY);
    expect(resultsOf(store, 'handshake/three-way')).toEqual({ done: 1, right: 0 });
  });

  it('of two tabs are both kept', () => {
    const { tabs } = fakeTabs(2);
    const [here, there] = tabs.map(({ shelf, window }) => openStore('/', shelf, window));
    if (!here || !there) throw new Error('two tabs');
    keepAnswer(here, 'a#one', true, day(1));
    keepAnswer(there, 'a#two', false, day(1));
    keepAnswer(here, 'a#three', false, day(1));
    expect(Object.keys(readResults(there))).toEqual(['a#one', 'a#two', 'a#three']);
  });

  it.each([
    '{"constructor":{"right":true}}',
    '{"a#b":{"right":true,"at":"x","box":0,"since":"2026-01-01"}}',
    '{"a#b":{"right":true,"at":"2026-01-01","box":9,"since":"2026-01-01"}}',
    '{"../x#b":{"right":true,"at":"2026-01-01","box":0,"since":"2026-01-01"}}',
    '[]',
    '7',
  ])('that cannot be read are put aside: %s', (text) => {
    const shelf = fakeShelf({ 'tcp:/:exercises': text });
    const store = openStore('/', shelf, null);
    expect(readResults(store)).toEqual({});
    expect([...openWork(store).aside()]).toEqual([['exercises', text]]);
  });

  it('come with an export, and of two the later answer stays', () => {
    const options = { course: 'c', at: day(100) };
    const [mine, theirs] = [0, 1].map(() => openStore('/', fakeShelf(), null));
    if (!mine || !theirs) throw new Error('two browsers');
    keepAnswer(mine, 'a#mine', false, day(1));
    keepAnswer(mine, 'a#both', false, day(5));
    keepAnswer(theirs, 'a#both', true, day(4));
    keepAnswer(theirs, 'a#theirs', true, day(4));
    keepAnswer(theirs, 'a#ahead', false, day(9000));
    const file = openWork(theirs).exportAll('c', day(6));
    expect(openWork(mine).planImport(file, options)).toMatchObject({ exercises: 2, others: 0 });
    openWork(mine).importAll(file, options);
    const results = readResults(mine);
    expect(Object.keys(results)).toEqual(['a#mine', 'a#both', 'a#theirs', 'a#ahead']);
    expect(results['a#both']).toMatchObject({ right: false });
    expect(results['a#ahead']?.since).toBe(day(100).toISOString());
    expect(openWork(mine).planImport(file, options)).toMatchObject({ exercises: 0 });
  });

  it('are the same in whatever order they are merged', () => {
    const result = fc
      .record({ right: fc.boolean(), box: fc.nat(5), n: fc.nat(20) })
      .map(({ right, box, n }) => ({
        right,
        box,
        at: day(n).toISOString(),
        since: day(n).toISOString(),
      }));
    const some = fc.dictionary(fc.constantFrom('a#x', 'a#y', 'b/c#x'), result);
    fc.assert(
      fc.property(some, some, (a, b) => {
        const merged = (first: object, second: object) => {
          const into = new Map([['exercises', JSON.stringify(first)]]);
          mergeEntry(into, 'exercises', JSON.stringify(second));
          const all = JSON.parse(into.get('exercises') ?? '') as Record<string, ExerciseResult>;
          return Object.entries(all)
            .map(([key, { at }]) => `${key} ${at}`)
            .sort();
        };
        expect(merged(a, b)).toEqual(merged(b, a));
      }),
    );
  });
});
