import type { Progress, Report } from '#judge/report.ts';
import { useTexts } from '../bench/texts.ts';
import type { CaseName } from '../data.ts';
import { hasPassed, tallyGroup } from './tally.ts';

interface Props {
  readonly report: Report | null;
  readonly progress: Progress | null;
  readonly waiting: boolean;
  readonly cases: readonly CaseName[];
}

/** The run in numbers, and one small field per case. */
export function Summary({ report, progress, waiting, cases }: Props) {
  const { t } = useTexts();
  return (
    <div class="wb-sum d">
      {(['visible', 'hidden'] as const).map((group) => {
        const total = cases.filter((c) => c.group === group).length;
        const passed = report ? String(tallyGroup(report, group, total).passed) : '–';
        return (
          <div>
            <b class="num">{t('workbench.of', { passed, total })}</b>
            <span>{t(`workbench.group.${group}`)}</span>
          </div>
        );
      })}
      <div class="wb-speed">
        {waiting ? (
          <span class="num">
            {progress
              ? t('workbench.progress', { done: progress.done, total: progress.total })
              : t('workbench.running')}
          </span>
        ) : (
          report && (
            <span class="num">
              {t('workbench.took', { ms: Math.max(1, Math.round(report.ms)) })}
            </span>
          )
        )}
        <div class="wb-dots" aria-hidden="true">
          {cases.map(({ id }, i) => (
            <i
              key={id}
              class={waiting ? (i < (progress?.done ?? 0) ? 'on' : '') : field(report, id)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function field(report: Report | null, id: string): string {
  const found = report?.cases.find((c) => c.id === id);
  if (!found) return '';
  return hasPassed(found) ? 'on' : 'x';
}
