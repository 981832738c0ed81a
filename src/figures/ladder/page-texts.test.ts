import { describe, expect, it } from 'vitest';
import { newTexts, textsToJson } from './page-texts.ts';

describe('the texts of a page', () => {
  it('are brought once', () => {
    const has = new Set<string>();
    expect(newTexts({ a: '1', b: '2' }, has)).toEqual({ a: '1', b: '2' });
    expect(newTexts({ b: '2', c: '3' }, has)).toEqual({ c: '3' });
    expect(newTexts({ a: '1' }, has)).toEqual({});
  });

  it('cannot end their script element', () => {
    const json = textsToJson({ a: '</script>' });
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual({ a: '</script>' });
  });
});
