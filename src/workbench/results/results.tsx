import { useRef } from 'preact/hooks';
import type { Report } from '#judge/report.ts';
import { useHeading, useTexts } from '../bench/texts.ts';
import { useLate } from '../bench/use-late.ts';
import type { LabData } from '../data.ts';
import { isBusy, type Phase } from '../run/phase.ts';
import { CaseGroup } from './case-group.tsx';
import { Outcome } from './outcome.tsx';
import { Problems } from './problems.tsx';
import { Summary } from './summary.tsx';

interface Props {
  readonly phase: Phase;
  readonly data: LabData;
  /** The plank was laid, now or on an earlier visit. */
  readonly laid: boolean;
  readonly onGoTo: (line: number, column: number) => void;
}

/** A verdict that comes at once needs no announcement of its coming, ms. */
const PATIENCE = 150;

/** What came of the last run; before the first, what a run will look at. */
export function Results({ phase, data, laid, onGoTo }: Props) {
  const { t } = useTexts();
  const Heading = useHeading(1);
  const last = useRef<Report | null>(null);
  if (phase.kind === 'judged') last.current = phase.report;
  const waiting = useLate(isBusy(phase), PATIENCE);
  const report = phase.kind === 'judged' || isBusy(phase) ? last.current : null;
  const progress = phase.kind === 'running' ? phase.progress : null;

  return (
    <div class={waiting ? 'wb-results waiting' : 'wb-results'} aria-busy={waiting}>
      <Heading class="visually-hidden">{t('workbench.pane.results')}</Heading>
      <Summary
        report={report}
        progress={waiting ? progress : null}
        waiting={waiting}
        cases={data.cases}
      />
      {phase.kind === 'did not compile' && <Problems problems={phase.problems} onGoTo={onGoTo} />}
      {phase.kind === 'stopped' && <p class="wb-say">{t('workbench.stopped')}</p>}
      {phase.kind === 'broken' && (
        <div class="wb-say">
          <p>{t('workbench.broken')}</p>
          <pre class="wb-pre">{phase.message}</pre>
        </div>
      )}
      {phase.kind === 'idle' && (
        <p class="wb-say">{t(laid ? 'workbench.idle.laid' : 'workbench.idle')}</p>
      )}
      {report && <Outcome report={report} data={data} />}
      <CaseGroup group="visible" cases={data.cases} report={report} />
      <CaseGroup group="hidden" cases={data.cases} report={report} />
    </div>
  );
}
