import type { CaseReport } from '#judge/report.ts';
import { callWords } from '#judge/words-of-calls.ts';
import { duration } from '#figures/ladder/time.ts';
import { useHeading, useTexts } from '../bench/texts.ts';

interface Props {
  readonly report: CaseReport;
  /** The step of theirs that is looked at: its lines stand out. */
  readonly step: number | null;
}

/** What the learner's code printed in the shown run, with the event at which it was. */
export function Console({ report, step }: Props) {
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
          const isHere = at !== null && at === step;
          return (
            <li key={i} class={isHere ? `${level} here` : level}>
              <span class="when">
                {at === lines[i - 1]?.step && i > 0 ? '' : when(at)}
                {isHere && <span class="visually-hidden"> {t('workbench.console.here')}</span>}
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
