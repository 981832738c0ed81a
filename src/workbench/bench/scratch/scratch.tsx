import { useHeading, useTexts } from '../texts.ts';
import { Language } from './language.tsx';
import { ScratchOutcome, scratchWords } from './outcome.tsx';
import type { EarlierScript } from './scratch-draft.ts';
import { ScriptBox, type Remark } from './script-box.tsx';
import { ScriptChoice } from './script-choice.tsx';
import type { ScratchPhase } from './use-scratch.ts';

interface Props {
  /** Ids of the lab’s cases that are scripts. */
  readonly examples: readonly string[];
  readonly text: string;
  readonly earlier: readonly EarlierScript[];
  readonly phase: ScratchPhase;
  readonly onText: (text: string) => void;
  readonly onExample: (id: string) => void;
  readonly onEarlier: (text: string) => void;
  readonly onCopyLink: () => void;
  readonly onGoTo: (line: number, column: number) => void;
}

/** A script of the learner's own, and what their plank and the reference make of it. */
export function Scratch({ text, phase, onText, onCopyLink, onGoTo, ...choice }: Props) {
  const { t } = useTexts();
  const Heading = useHeading(1);
  const old = phase.kind === 'done' && phase.pkt !== text;
  return (
    <div class="wb-scratch">
      <Heading class="wb-scratch-head">{t('workbench.pane.script')}</Heading>
      <p class="wb-text">{t('workbench.script.lead')}</p>
      <div class="wb-scratch-tools d">
        <ScriptChoice {...choice} />
        <button type="button" class="b s" onClick={onCopyLink}>
          {t('workbench.case.link')}
        </button>
      </div>
      <ScriptBox text={text} remarks={old ? [] : remarksOf(phase)} onText={onText} />
      <Language />
      <ScratchOutcome phase={phase} old={old} onGoTo={onGoTo} />
      <p class="sr-only" aria-live="polite">
        {scratchWords(phase, t)}
      </p>
    </div>
  );
}

/** What is to be said of single lines. */
function remarksOf(phase: ScratchPhase): readonly Remark[] {
  if (phase.kind !== 'done') return [];
  const { result } = phase;
  if (result.kind === 'problem') return [result];
  return result.unmet.map(({ place, message }) => ({ ...place, message }));
}
