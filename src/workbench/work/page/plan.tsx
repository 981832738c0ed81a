import type { ImportPlan } from '#storage/import.ts';
import { useTexts } from '../../bench/texts.ts';
import { when } from '../when.ts';

interface Props {
  readonly plan: ImportPlan;
  readonly onImport: () => void;
  readonly onCancel: () => void;
}

const COUNTED = [
  'drafts',
  'replaced',
  'older',
  'attempts',
  'planks',
  'chapters',
  'exercises',
  'others',
  'aside',
] as const satisfies readonly (keyof ImportPlan)[];

/** What an import would do, before it is done. */
export function Plan({ plan, onImport, onCancel }: Props) {
  const { t, n, lang } = useTexts();
  const found = COUNTED.filter((name) => plan[name] > 0);
  const values = { time: when(plan.exported, lang), base: plan.base };
  if (found.length === 0 && !plan.settings) {
    return (
      <>
        <p>{t('work.import.nothing', values)}</p>
        <p class="wk-do">
          <button type="button" class="b s" onClick={onCancel}>
            {t('work.history.close')}
          </button>
        </p>
      </>
    );
  }
  return (
    <>
      <p>{t('work.import.what', values)}</p>
      <ul>
        {found.map((name) => (
          <li key={name}>{n(`work.import.${name}`, plan[name])}</li>
        ))}
        {plan.settings && <li>{t('work.import.settings')}</li>}
      </ul>
      <p class="wk-do">
        <button type="button" class="b p s" onClick={onImport}>
          {t('work.import.do')}
        </button>
        <button type="button" class="b s" onClick={onCancel}>
          {t('work.import.not')}
        </button>
      </p>
    </>
  );
}
