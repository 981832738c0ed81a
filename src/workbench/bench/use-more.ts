import type { Work } from '#storage/work.ts';
import type { LabData } from '../data.ts';
import { downloadWork } from '../work/download.ts';
import type { MenuItem } from './menu.tsx';
import { useTexts } from './texts.ts';
import type { Replacement } from './use-replace.ts';
import type { useSolution } from './use-solution.ts';

interface Options {
  readonly work: Work;
  readonly data: LabData;
  readonly starter: string;
  readonly solution: ReturnType<typeof useSolution>;
  readonly replace: (how: Replacement, code: string) => void;
  readonly onHistory: () => void;
  readonly onKeys: () => void;
}

/** What the menu of the toolbar offers, what is needed most first. */
export function useMore(options: Options): readonly (MenuItem | null)[] {
  const { work, data, starter, solution, replace, onHistory, onKeys } = options;
  const { t, n, lang } = useTexts();
  const green = work.lastGreen(data.id);
  const at =
    green &&
    new Date(green.at).toLocaleString(lang, {
      dateStyle: 'medium',
      timeStyle: 'short',
      hour12: false,
    });
  const { left } = solution;
  return [
    {
      label: t('workbench.green'),
      note: at === null ? t('workbench.green.none') : t('workbench.green.at', { time: at }),
      off: green === null,
      onChoose: () => green && replace('green', green.code),
    },
    { label: t('workbench.history'), onChoose: onHistory },
    { label: t('workbench.reset'), onChoose: () => replace('starter', starter) },
    null,
    ...(left === null
      ? []
      : [
          {
            label: t('workbench.solution.compare'),
            ...(left > 0 && { note: n('workbench.solution.after', left), off: true }),
            onChoose: solution.ask,
          },
          null,
        ]),
    { label: t('workbench.export'), onChoose: () => downloadWork(work) },
    { label: t('workbench.keys'), onChoose: onKeys },
  ];
}
