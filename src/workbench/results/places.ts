import type { Translator } from '#text/text.ts';

/** A place in an RFC, in words, and where it can be read; `null` if no address leads there. */
export interface Place {
  readonly words: string;
  readonly href: string | null;
}

/** The text of an RFC. */
const RFC = (rfc: string): string => `https://www.rfc-editor.org/rfc/rfc${rfc}`;

/**
 * The places that the first line of a case names: `3.10.7.4, fourth; RFC 5961, 4.2; MUST-11`. A
 * section without an RFC is one of RFC 9293; a requirement stands in its Appendix B.
 */
export function placesOf(rfc: string, t: Translator): readonly Place[] {
  return rfc
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => placeOf(part, t));
}

function placeOf(part: string, t: Translator): Place {
  const [, number = '9293', rest = ''] = /^(?:RFC (\d+)(?:, )?)?(.*)$/.exec(part) ?? [];
  if (rest === '') return { words: part, href: RFC(number) };
  const section = /^\d+(?:\.\d+)*/.exec(rest)?.[0];
  if (section !== undefined) {
    const words = t('ladder.section', { rfc: number, section: rest });
    return { words, href: `${RFC(number)}#section-${section}` };
  }
  if (!/^(?:MUST|SHLD|MAY|REC)-\d+$/.test(rest)) return { words: part, href: null };
  return { words: t('ladder.requirement', { id: rest }), href: `${RFC(number)}#appendix-B` };
}
