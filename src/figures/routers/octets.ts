import type { Translator } from '#text/text.ts';
import { escapeText } from '../ladder/svg.ts';
import { partsOf } from './fields.ts';
import { comparedAt, type Step } from './steps.ts';
import type { Story } from './story.ts';

/** Octets that are set as one. */
const WORD = 4;

const hex = (octet: number): string => octet.toString(16).padStart(2, '0');

/** Places at which two datagrams differ. */
export function changedOctets(before: Uint8Array, after: Uint8Array): ReadonlySet<number> {
  const places = Array.from(after, (_, at) => at);
  return new Set(places.filter((at) => before[at] !== after[at]));
}

/**
 * The datagram of a step in hexadecimal, part by part, in words of four octets. What differs from the
 * column beside it in the step's table is marked.
 */
export function octetsHtml(story: Story, step: Step, t: Translator): string {
  const compared = comparedAt(story, step);
  if (compared === null) return '';
  const { octets } = compared.to;
  const changed = changedOctets(compared.from.octets, octets);
  const parts = partsOf(octets).map(({ layer, start, end }) => {
    const words: string[] = [];
    for (let at = start; at < end; at += WORD) {
      const word = Array.from(octets.subarray(at, Math.min(end, at + WORD)), (octet, i) =>
        changed.has(at + i) ? `<b>${hex(octet)}</b>` : hex(octet),
      );
      words.push(`<span>${word.join(' ')}</span>`);
    }
    const name = escapeText(t(`routers.layer.${layer}`));
    return `<div><dt>${name}</dt><dd>${words.join(' ')}</dd></div>`;
  });
  const head = escapeText(t('routers.octets', { n: octets.length }));
  return `<p class="cap">${head}</p><dl class="octets">${parts.join('')}</dl>`;
}
