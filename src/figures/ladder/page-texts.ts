import type { Messages } from '#text/text.ts';

/** The mark of a `<script>` with texts: the figures of a page share them, each brings what is new. */
export const TEXTS = 'data-figure-texts';

/** What is still to be brought of some texts to a page that `has` some; it has them all afterwards. */
export function newTexts(texts: Messages, has: Set<string>): Messages {
  const more = Object.entries(texts).filter(([key]) => !has.has(key));
  for (const [key] of more) has.add(key);
  return Object.fromEntries(more);
}

/** Texts as JSON that may stand in a `<script>` element. */
export function textsToJson(texts: Messages): string {
  return JSON.stringify(texts).replace(/</g, '\\u003c');
}

let known: Messages | null = null;

/** The texts that all figures of this page brought. */
export function pageTexts(): Messages {
  known ??= Object.assign(
    {},
    ...[...document.querySelectorAll(`script[${TEXTS}]`)].map(
      ({ textContent }) => JSON.parse(textContent ?? '{}') as Messages,
    ),
  ) as Messages;
  return known;
}
