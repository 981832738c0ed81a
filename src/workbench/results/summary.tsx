import { GROUPS, type Group, type Progress } from '#judge/report.ts';
import { useTexts } from '../bench/texts.ts';
import type { CaseName } from '../data.ts';
import { Board } from './board.tsx';
import { fails, type Shown } from './shown.ts';
import { tallyGroup } from './tally.ts';

interface Props {
  readonly cases: readonly CaseName[];
  readonly shown: Shown;
  /** A run goes on, and has lasted so long that one may wonder. */
  readonly waiting: boolean;
  readonly progress: Progress | null;
}

/** The suite in numbers: each group as a plank that fills while it is run. */
export function Summary({ cases, shown, waiting, progress }: Props) {
  const { t } = useTexts();
  const words = useGroupWords(cases, shown);
  return (
    <dl class="wb-sum d">
      {GROUPS.filter((group) => cases.some((each) => each.group === group)).map((group) => {
        const { done = 0, total = 0 } = progress?.groups[group] ?? {};
        const share = total === 0 ? 0 : done / total;
        return (
          <div key={group}>
            <dt>{t(`workbench.group.${group}`)}</dt>
            <dd class="num">
              {waiting ? t('workbench.percent', { n: percent(share) }) : words(group)}
            </dd>
            <dd>
              <Board
                cases={cases.filter((each) => each.group === group)}
                shown={shown}
                done={waiting ? share : null}
              />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const percent = (share: number): number => Math.floor(share * 100);

/** What is known of a group, as briefly as can be: `4 / 5`. */
function useGroupWords(cases: readonly CaseName[], shown: Shown): (group: Group) => string {
  const { t, lang } = useTexts();
  return (group) => {
    const own = cases.filter((each) => each.group === group);
    const { passed, failed, total } = tallyGroup(shown, cases, group);
    if (passed + failed === 0) {
      return group === 'random' ? '–' : t('workbench.of', { passed: '–', total });
    }
    const random = group === 'random' ? shown.get(own[0]?.id ?? '') : undefined;
    if (!random) return t('workbench.of', { passed, total });
    if (fails(random)) return t('workbench.random.differs');
    const drawn = random.report.drawn.toLocaleString(lang);
    return t('workbench.of', { passed: drawn, total: drawn });
  };
}
