import type { CaseReport } from '#judge/report.ts';
import { callWords } from '#judge/words-of-calls.ts';
import { duration } from '#figures/ladder/time.ts';
import { useHeading, useTexts } from '../bench/texts.ts';
import type { Moment } from './moments.ts';

interface Props {
  readonly report: CaseReport;
  /** The event that is looked at: the lines printed in it stand out. */
  readonly moment: Moment | undefined;
}

/** What the learner's code printed in the shown run, with the event at which it was. */
export function Console({ report, moment }: Props) {
  const { t, n } = useTexts();
  const Heading = useHeading(3);
  const { lines, left } = report.console;
  if (lines.length === 0) return null;
  const when = (at: number | null): string => {
    const row = at === null ? undefined : report.calls?.rows[at];
    if (report.calls && row) return callWords(report.calls.call, row.args, t);
    const entry = at === null ? undefined : report.theirs.entries[at];
    return duration(entry?.t ?? report.event?.t ?? 0, t);
  };
  return (
    <div class="wb-console">
      <Heading class="cap">{t('workbench.console')}</Heading>
      <ol class="wb-pre" tabIndex={0} aria-label={t('workbench.console')}>
        {lines.map(({ level, text, step: at }, i) => {
          const isHere = isIn(moment, at);
          return (
            <li key={i} class={isHere ? `${level} here` : level}>
              <span class="when">
                {at === lines[i - 1]?.step && i > 0 ? '' : when(at)}
                {isHere && <span class="sr-only"> {t('workbench.console.here')}</span>}
              </span>
              <span>{text}</span>
            </li>
          );
        })}
      </ol>
      {left > 0 && <p class="wb-rest d">{n('workbench.console.left', left)}</p>}
    </div>
  );
}

/** Lines of an event that came to no step belong to the one on which the run broke off. */
function isIn(moment: Moment | undefined, step: number | null): boolean {
  if (!moment) return false;
  return moment.theirs ? moment.theirs.n === step : moment.parts && step === null;
}
