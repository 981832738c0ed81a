import type { CaseReport } from '#judge/report.ts';
import { explain } from '#judge/words.ts';
import { colourWords } from '#figures/ladder/colour-words.ts';
import { useTexts } from '../bench/texts.ts';
import { Section } from './section.tsx';
import { hasPassed } from './shown.ts';
import { thrownIn } from './thrown-in.ts';

/** What was expected and what came, and why: the heart of a failure. */
export function Words({ report, seed }: { readonly report: CaseReport; readonly seed: number }) {
  const { t, lab } = useTexts();
  const mistake = report.mutant === null ? undefined : lab.mutants[report.mutant];
  const agrees = report.id === 'scratch' ? 'workbench.script.same' : 'workbench.passes';
  const sentences = hasPassed(report) ? [t(agrees)] : explain(report, t);
  const thrown = report.verdict === 'threw' ? thrownIn(report.stack) : [];
  return (
    <div class="wb-words">
      {sentences.map((sentence) => (
        // Our own sentence, escaped, with states and control bits lettered as in the drawing.
        <p dangerouslySetInnerHTML={{ __html: colourWords(sentence) }} />
      ))}
      {thrown.length > 0 && (
        <p>{t('workbench.thrown', { where: thrown.join(t('workbench.thrown.from')) })}</p>
      )}
      {report.remembers && (
        <p>{t(report.calls ? 'workbench.remembers.calls' : 'workbench.remembers')}</p>
      )}
      {mistake !== undefined && <p class="wb-why">{mistake}</p>}
      {report.drawn > 0 && !hasPassed(report) && (
        <p class="wb-src d">{t('workbench.random.seed', { seed })}</p>
      )}
      {report.rfc !== '' && (
        <p class="wb-src d">
          <Section rfc={report.rfc} />
        </p>
      )}
    </div>
  );
}
