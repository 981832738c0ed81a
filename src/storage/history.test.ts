import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAttempt, lastGreenOf, MOST_ATTEMPTS, unite } from './history.ts';
import type { Attempt } from './kept.ts';

const at = (minute: number) => new Date(minute * 60_000).toISOString();

function attempt(code: string, minute: number, verdict: string | null = 'wrong'): Attempt {
  return { code, at: at(minute), verdict, passed: 0, total: 1, starter: 's' };
}

const add = (...all: Attempt[]) =>
  all.reduce<readonly Attempt[]>((history, each) => addAttempt(history, each), []);

describe('a history', () => {
  it('stands newest first, each text once', () => {
    const history = add(attempt('a', 1), attempt('b', 2), attempt('a', 3));
    expect(history.map(({ code, at }) => [code, at])).toEqual([
      ['a', at(3)],
      ['b', at(2)],
    ]);
  });

  it('remembers that a text passed, though it failed later', () => {
    const history = add(attempt('a', 1, 'passed'), attempt('a', 2, 'wrong'));
    expect(history.map(({ verdict }) => verdict)).toEqual(['wrong', 'passed']);
    expect(add(...history, attempt('a', 3, 'passed'))).toHaveLength(1);
  });

  it('learns nothing from a text that was put away after it ran', () => {
    expect(add(attempt('a', 1, 'passed'), attempt('a', 2, null))).toEqual([
      attempt('a', 1, 'passed'),
    ]);
    expect(add(attempt('a', 1, null), attempt('a', 2))).toEqual([attempt('a', 2)]);
  });

  it('drops the oldest that did not pass, and never the last that passed', () => {
    const many = Array.from({ length: MOST_ATTEMPTS + 10 }, (_, i) => attempt(`red ${i}`, i + 10));
    const history = add(attempt('old green', 1, 'passed'), attempt('green', 2, 'passed'), ...many);
    expect(history).toHaveLength(MOST_ATTEMPTS);
    expect(history.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['old green', 'green', `red ${MOST_ATTEMPTS + 9}`]),
    );
    expect(history.some(({ code }) => code === 'red 0')).toBe(false);
  });

  it('drops old greens where all are green', () => {
    const many = Array.from({ length: MOST_ATTEMPTS + 1 }, (_, i) =>
      attempt(`g ${i}`, i + 1, 'passed'),
    );
    const history = add(...many);
    expect(history).toHaveLength(MOST_ATTEMPTS);
    expect(lastGreenOf(history)?.code).toBe(`g ${MOST_ATTEMPTS}`);
    expect(history.some(({ code }) => code === 'g 0')).toBe(false);
  });

  it('keeps what an import brought in beyond its length', () => {
    const long = unite(Array.from({ length: 70 }, (_, i) => attempt(`t ${i}`, i)));
    expect(addAttempt(long, attempt('new', 99))).toHaveLength(70);
  });

  it('has the same texts in whatever order histories are united', () => {
    const some = fc.array(
      fc
        .tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(9), fc.constantFrom('passed', 'wrong', null))
        .map(([code, minute, verdict]) => attempt(code, minute, verdict)),
    );
    fc.assert(
      fc.property(some, some, (a, b) => {
        const one = unite([...a, ...b]);
        expect(new Set(one.map(({ code }) => code))).toEqual(
          new Set([...a, ...b].map(({ code }) => code)),
        );
        expect(
          unite([...unite(a), ...b])
            .map(({ code }) => code)
            .sort(),
        ).toEqual(
          unite([...b, ...a])
            .map(({ code }) => code)
            .sort(),
        );
        const greens = [...a, ...b].filter(({ verdict }) => verdict === 'passed');
        const last = Math.max(...greens.map((g) => Date.parse(g.at)));
        if (greens.length) expect(Date.parse(lastGreenOf(one)?.at ?? '')).toBe(last);
      }),
    );
  });
});
