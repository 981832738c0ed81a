import type { Translator } from '#text/text.ts';

/** Titles that have a message key; anything else is plain words of the scenario. */
const KNOWN: readonly string[] = ['client', 'server'];

/** A host as a figure names it at the head of its lifeline: `Client`. */
export function hostTitle(title: string, t: Translator): string {
  return KNOWN.includes(title) ? t(`host.${title}`) : title;
}

/** A host within a sentence (`the client`), and at the beginning of one (`The client`). */
export function hostInSentence(title: string, t: Translator): { the: string; The: string } {
  if (!KNOWN.includes(title)) return { the: title, The: title };
  return { the: t(`host.${title}.the`), The: t(`host.${title}.The`) };
}

/** The name that was given to a host instead of its own, if one was. A host may be called anything. */
export function givenTitle(
  titles: Readonly<Record<string, string>>,
  host: string,
): string | undefined {
  return Object.hasOwn(titles, host) ? titles[host] : undefined;
}
