import { caseName, type Named } from '#judge/case-name.ts';
import { useTexts } from '../bench/texts.ts';

/** A case’s name: the lab’s sentence, or what came of the cases that were drawn. */
export function useCaseName(): (named: Named) => string {
  const { t, lang, lab } = useTexts();
  return (named) => caseName(named, lab, { t, lang });
}
