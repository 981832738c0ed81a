import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translator } from '#text/text.ts';

/** Everything the playground says, in the page's language. */
export interface Texts {
  readonly t: Translator;
  readonly lang: string;
}

export const TextsContext = createContext<Texts | null>(null);

export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('no texts');
  return texts;
}
