import { describe, expect, it } from 'vitest';
import en from '../../../content/i18n/en.json' with { type: 'json' };
import { translator } from '#text/text.ts';
import { placesOf } from './places.ts';

const t = translator(en);
const at = (path: string) => `https://www.rfc-editor.org/rfc/${path}`;

describe('the places that a case is about', () => {
  it.each([
    ['3.4', ['RFC 9293 §3.4', at('rfc9293#section-3.4')]],
    ['3.10.7.2, third', ['RFC 9293 §3.10.7.2, third', at('rfc9293#section-3.10.7.2')]],
    ['RFC 6298, 5.4', ['RFC 6298 §5.4', at('rfc6298#section-5.4')]],
    ['RFC 793', ['RFC 793', at('rfc793')]],
    ['MUST-11', ['RFC 9293, MUST-11', at('rfc9293#appendix-B')]],
    ['something else', ['something else', null]],
  ])('%s can be read', (rfc, [words, href]) => {
    const [place] = placesOf(rfc, t);
    expect([place?.words.replaceAll('\u00a0', ' '), place?.href]).toEqual([words, href]);
  });

  it('are many where the case names many', () => {
    expect(placesOf('3.10.7.4, fourth; RFC 5961, 4.2', t).map(({ href }) => href)).toEqual([
      at('rfc9293#section-3.10.7.4'),
      at('rfc5961#section-4.2'),
    ]);
    expect(placesOf('', t)).toEqual([]);
  });
});
