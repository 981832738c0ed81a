import { useTexts } from '../bench/texts.ts';

/** The id of the case that stands for all that were drawn. */
const RANDOM = 'random';

/** A case’s name by its id: the lab’s sentence, or how many cases were drawn (0: not known yet). */
export function useCaseName(): (id: string, drawn: number) => string {
  const { t, lang, lab } = useTexts();
  return (id, drawn) => {
    if (id !== RANDOM) return lab.tests[id] ?? id;
    if (drawn === 0) return t('workbench.random.before');
    return t('workbench.random', { n: drawn.toLocaleString(lang) });
  };
}
