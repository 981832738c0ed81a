import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { LabMessages } from '#judge/lab.ts';
import { count, type Translator } from '#text/text.ts';

/** Everything the workbench says, in the page's language. */
export interface Texts {
  readonly t: Translator;
  readonly lang: string;
  readonly lab: LabMessages;
  /** The level of the lab's own heading in its page. */
  readonly level: 1 | 3;
}

/** A heading `below` levels under the lab's own. */
export function useHeading(below: 1 | 2 | 3): 'h2' | 'h3' | 'h4' | 'h5' | 'h6' {
  const { level } = useTexts();
  return `h${(level + below) as 2 | 3 | 4 | 5 | 6}`;
}

export const TextsContext = createContext<Texts | null>(null);

/** The texts, and `n(key, number)` for a number of things. */
export function useTexts(): Texts & { n(key: string, number: number): string } {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('no texts');
  return { ...texts, n: (key, number) => count(texts.t, texts.lang, key, number) };
}
