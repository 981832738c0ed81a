import { FetchingTypes } from '../../editor/types-note.tsx';
import { CaseBody } from '../../results/case-body.tsx';
import { Problems } from '../../results/problems.tsx';
import { Broken } from '../broken.tsx';
import { useTexts } from '../texts.ts';
import type { ScratchPhase } from './use-scratch.ts';

interface Props {
  readonly phase: ScratchPhase;
  /** The script has changed since. */
  readonly old: boolean;
  readonly onGoTo: (line: number, column: number) => void;
}

/** What came of the learner's script: theirs beside the reference. */
export function ScratchOutcome({ phase, old, onGoTo }: Props) {
  const { t } = useTexts();
  if (phase.kind === 'idle') return <p class="wb-say">{t('workbench.script.idle')}</p>;
  if (phase.kind === 'stopped') return <p class="wb-say">{t('workbench.stopped')}</p>;
  if (phase.kind === 'broken') return <Broken message={phase.message} />;
  if (phase.kind === 'did not compile')
    return <Problems problems={phase.problems} onGoTo={onGoTo} />;
  if (phase.kind === 'running' && phase.fetching)
    return <FetchingTypes fetching={phase.fetching} />;
  if (phase.kind !== 'done' || phase.result.kind === 'problem') return null;
  const { report, unmet } = phase.result;
  return (
    <div class={old ? 'wb-played old' : 'wb-played'}>
      {old && <p class="wb-rest d">{t('workbench.script.old')}</p>}
      {unmet.length > 0 && <p class="wb-say">{t('workbench.script.unmet')}</p>}
      <CaseBody report={report} family={null} seed={0} onOpen={() => undefined} />
    </div>
  );
}

/** What a screen reader is told of it. */
export function scratchWords(phase: ScratchPhase, t: (key: string) => string): string {
  if (phase.kind === 'did not compile') return t('workbench.verdict.did not compile');
  if (phase.kind === 'stopped') return t('workbench.stopped');
  if (phase.kind === 'broken') return t('workbench.broken');
  if (phase.kind !== 'done') return '';
  if (phase.result.kind === 'problem') return t('workbench.script.problem');
  const { report, unmet } = phase.result;
  const both = t(
    report.verdict === 'passed' ? 'workbench.script.same' : 'workbench.script.differs',
  );
  return unmet.length > 0 ? `${t('workbench.script.unmet')} ${both}` : both;
}
