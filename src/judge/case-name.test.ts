import { describe, expect, it } from 'vitest';
import en from '../../content/i18n/en.json' with { type: 'json' };
import { translator } from '#text/text.ts';
import { caseName } from './case-name.ts';

const texts = { t: translator(en), lang: 'en' };
const lab = { tests: { 'syn-is-answered': 'A SYN is answered' } };

describe('the name of a case', () => {
  it('is the lab’s sentence', () => {
    expect(caseName({ id: 'syn-is-answered' }, lab, texts)).toBe('A SYN is answered');
    expect(caseName({ id: 'scratch' }, lab, texts)).toBe('scratch');
  });

  it('says of the drawn ones what came of them, and never that they agree when they do not', () => {
    const drawn = { id: 'random', drawn: 1_000 };
    expect(caseName({ ...drawn, verdict: 'passed' }, lab, texts)).toBe(
      '1,000 drawn cases agree with the reference',
    );
    for (const verdict of ['wrong', 'threw', 'did not return'] as const) {
      expect(caseName({ ...drawn, verdict }, lab, texts)).toBe(
        'Not all drawn cases agree with the reference (1,000 judged)',
      );
    }
    expect(caseName({ id: 'random' }, lab, texts)).toBe('Drawn cases agree with the reference');
  });
});
