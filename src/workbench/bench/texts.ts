import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { LabMessages } from '#judge/lab.ts';
import { count, type Translator } from '#text/text.ts';

/** Everything the workbench says, in the page's language. */
export interface Texts {
  readonly t: Translator;
  readonly lang: string;
  readonly lab: LabMessages;
}

export const TextsContext = createContext<Texts | null>(null);

/** The texts, and `n(key, number)` for a number of things. */
export function useTexts(): Texts & { n(key: string, number: number): string } {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('no texts');
  return { ...texts, n: (key, number) => count(texts.t, texts.lang, key, number) };
}
