import { useTexts } from './texts.ts';

export type Pane = 'code' | 'results';

/** On a narrow sheet one pane is shown at a time; on a wide one this is not there. */
export function PaneSwitch({
  pane,
  onPane,
}: {
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
}) {
  const { t } = useTexts();
  return (
    <div class="wb-switch d" role="group" aria-label={t('workbench.pane')}>
      {(['code', 'results'] as const).map((name) => (
        <button type="button" aria-pressed={pane === name} onClick={() => onPane(name)}>
          {t(`workbench.pane.${name}`)}
        </button>
      ))}
    </div>
  );
}
