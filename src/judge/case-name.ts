import type { Translator } from '#text/text.ts';
import type { LabMessages } from './lab.ts';
import type { CaseReport } from './report.ts';

/** The id of the case that stands for all that were drawn. */
const RANDOM = 'random';

/** As much of a case as its name depends on; before it was judged, its id. */
export type Named = Pick<CaseReport, 'id'> & Partial<Pick<CaseReport, 'drawn' | 'verdict'>>;

/** The sentence that stands for a case in a list: the lab's, or what came of the drawn ones. */
export function caseName(
  { id, drawn = 0, verdict }: Named,
  { tests }: Pick<LabMessages, 'tests'>,
  { t, lang }: { readonly t: Translator; readonly lang: string },
): string {
  if (id !== RANDOM) return tests[id] ?? id;
  if (drawn === 0 || verdict === undefined) return t('workbench.random.before');
  const key = verdict === 'passed' ? 'workbench.random' : 'workbench.random.fails';
  return t(key, { n: drawn.toLocaleString(lang) });
}
