import { useEffect, useRef } from 'preact/hooks';
import { Dialog } from './dialog.tsx';
import { useTexts } from './texts.ts';

/** Asks whether the learner wants the solution, and says what it costs. */
export function SolutionQuestion({
  onShow,
  onLeave,
}: {
  readonly onShow: () => void;
  readonly onLeave: () => void;
}) {
  const { t } = useTexts();
  return (
    <Dialog
      title={t('workbench.solution')}
      onClose={onLeave}
      close={t('workbench.solution.not-yet')}
      actions={
        <button type="button" class="b s" onClick={onShow}>
          {t('workbench.solution.show')}
        </button>
      }
    >
      <p>{t('workbench.solution.cost')}</p>
    </Dialog>
  );
}

/** Over the editor while the solution stands beside the code. */
export function SolutionBar({
  onTake,
  onClose,
}: {
  readonly onTake: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    bar.current?.scrollIntoView({ block: 'nearest' });
    bar.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="wb-notice wb-beside d" ref={bar} tabIndex={-1} role="group">
      <p>{t('workbench.solution.beside')}</p>
      <button type="button" class="b s" onClick={onTake}>
        {t('workbench.solution.take')}
      </button>
      <button type="button" class="b s" onClick={onClose}>
        {t('workbench.solution.close')}
      </button>
    </div>
  );
}
