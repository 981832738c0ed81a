import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { PLANK_LAID } from '#storage/progress.ts';
import type { Work } from '#storage/work.ts';
import { useTexts } from '../../bench/texts.ts';
import { ExportButton } from './export-section.tsx';

interface Props {
  readonly work: Work;
  readonly onChange: () => void;
}

type Step = 'idle' | 'asked' | 'done';

/** Removes everything, after an export was offered and the reader said twice that it may go. */
export function ForgetSection({ work, onChange }: Props) {
  const { t } = useTexts();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const [step, setStep] = useState<Step>('idle');
  const [sure, setSure] = useState(false);
  const back = useRef(false);
  useEffect(() => {
    if (step === 'asked') panel.current?.focus();
    else if (step === 'done') said.current?.focus();
    else if (back.current) ask.current?.focus();
    back.current = step === 'asked';
  }, [step]);

  const forget = () => {
    if (!sure) return;
    work.forgetAll();
    setStep('done');
    setSure(false);
    // Whatever on this page shows planks looks again.
    dispatchEvent(new CustomEvent(PLANK_LAID, { detail: null }));
    onChange();
  };
  return (
    <section>
      <h2>{t('work.forget')}</h2>
      <p>{t('work.forget.lead')}</p>
      {step === 'asked' ? (
        <div
          class="wk-plan"
          ref={panel}
          tabIndex={-1}
          role="group"
          aria-label={t('work.forget')}
          onKeyDown={(event) => event.key === 'Escape' && setStep('idle')}
        >
          <ExportButton work={work} />
          <p class="wk-do">
            <input
              id={id}
              type="checkbox"
              checked={sure}
              onChange={(event) => setSure(event.currentTarget.checked)}
            />
            <label for={id}>{t('work.forget.sure')}</label>
          </p>
          <p class="wk-do">
            <button type="button" class="b" disabled={!sure} onClick={forget}>
              {t('work.forget.do')}
            </button>
            <button type="button" class="b" onClick={() => setStep('idle')}>
              {t('work.forget.not')}
            </button>
          </p>
        </div>
      ) : (
        <p class="wk-do">
          <button type="button" class="b" ref={ask} onClick={() => setStep('asked')}>
            {t('work.forget.ask')}
          </button>
        </p>
      )}
      {step === 'done' && (
        <p ref={said} tabIndex={-1} role="status">
          {t('work.forget.done')}
        </p>
      )}
    </section>
  );
}
