import { describe, expect, it } from 'vitest';
import { count, format, translator } from './text.ts';

describe('format', () => {
  it('puts values in place of names', () => {
    expect(format('{a} of {b}', { a: 1, b: 'two' })).toBe('1 of two');
  });

  it('refuses a name without a value', () => {
    expect(() => format('{a} of {b}', { a: 1 })).toThrow('No value for {b}');
  });
});

describe('translator', () => {
  const t = translator({ 'x.one': '{n} plank', 'x.other': '{n} planks' });

  it('refuses a key that nobody wrote', () => {
    expect(() => t('y')).toThrow('“y”');
    expect([t.has('y'), t.has('toString'), t.has('x.one')]).toEqual([false, false, true]);
  });

  it('counts', () => {
    expect([1, 2].map((n) => count(t, 'en', 'x', n))).toEqual(['1 plank', '2 planks']);
  });
});
