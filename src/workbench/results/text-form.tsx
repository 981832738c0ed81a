import { useMemo, useState } from 'preact/hooks';
import type { CaseReport } from '#judge/report.ts';
import { useTexts } from '../bench/texts.ts';
import { caseAsText, stepsAsText } from './as-text.ts';
import { CopyButton } from './copy-button.tsx';
import type { Moment } from './moments.ts';
import { useCaseName } from './use-case-name.ts';
import type { View } from './view.ts';

interface Props {
  readonly report: CaseReport;
  readonly view: View;
  readonly moments: readonly Moment[];
}

/** Everything that the ladders draw, in words, and the script of the case. */
export function TextForm({ report, view, moments }: Props) {
  const { t } = useTexts();
  const name = useCaseName()(report);
  const [open, setOpen] = useState(false);
  const steps = useMemo(
    () => (open ? stepsAsText(moments, view, t) : []),
    [open, moments, view, t],
  );
  if (moments.length === 0) return null;
  return (
    <details class="wb-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="d">{t('workbench.text')}</summary>
      {open && (
        <div class="wb-read d">
          <ol>
            {steps.map(({ time, event, both, theirs, reference, parts }, i) => (
              <li key={i} class={parts ? 'ne' : ''}>
                <p>
                  <span class="when num">{time}</span> {event}
                </p>
                {parts && <p class="mark">≠ {t('workbench.text.parts')}</p>}
                {both !== '' && <p>{t('workbench.text.both', { what: both })}</p>}
                {theirs !== '' && <p>{t('workbench.text.theirs', { what: theirs })}</p>}
                {reference !== '' && <p>{t('workbench.text.reference', { what: reference })}</p>}
              </li>
            ))}
          </ol>
          {report.pkt !== '' && (
            <>
              <p class="cap">{t('workbench.pkt')}</p>
              <pre class="wb-pre" tabIndex={0}>
                {report.pkt}
              </pre>
            </>
          )}
          <CopyButton
            label={t('workbench.text.copy')}
            text={() => caseAsText(report, { name, steps }, t)}
          />
        </div>
      )}
    </details>
  );
}
