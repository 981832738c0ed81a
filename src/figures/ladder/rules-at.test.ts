import { describe, expect, it } from 'vitest';
import { en, t } from '#text/en.ts';
import { translator } from '#text/text.ts';
import { traceOf } from './fixtures.ts';
import { rulesAt, rulesHtml, ruleTexts } from './rules-at.ts';

const trace = traceOf('handshake');

describe('the rules at the caret', () => {
  it('are those that caused what happens there', () => {
    expect(rulesAt(trace, 0)).toContain('3.10.1');
    expect(rulesAt(trace, 40)).toContain('3.10.7.2/3');
  });

  it('are none between two events', () => {
    expect(rulesAt(trace, 20)).toEqual([]);
  });

  it('are told in words, with a link to the section', () => {
    const html = rulesHtml(rulesAt(trace, 40), t);
    expect(html).toContain('href="https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.2"');
    expect(html).toContain('<span class="state">SYN-RECEIVED</span>');
  });

  it('are cited where there are no words, and hold nothing that a page would obey', () => {
    const bare = translator({ 'ladder.section': 'RFC {rfc} §{section}' });
    expect(rulesHtml(['3.4'], bare)).toMatch(/^<li><a [^>]*>RFC 9293 §3\.4<\/a><\/li>$/);
    expect(rulesHtml(['<b>'], bare)).not.toContain('<b>');
  });

  it('travel with the trace: all that it names and no others', () => {
    const texts = ruleTexts(trace, en);
    expect(Object.keys(texts)).toContain('rule.3.10.7.2/3');
    expect(Object.keys(texts).length).toBeLessThan(12);
  });
});
