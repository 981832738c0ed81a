import { useState } from 'preact/hooks';
import { solutions } from 'virtual:lab-solutions';
import type { Work } from '#storage/work.ts';
import type { LabData } from '../data.ts';
import type { Editor } from '../editor/editor.ts';
import { attemptsLeft } from '../solution-policy.ts';
import { useTexts } from './texts.ts';
import type { Tell } from './use-notices.ts';

interface Options {
  readonly data: LabData;
  readonly work: Work;
  readonly editor: Editor | null;
  readonly laid: boolean;
  readonly tell: Tell;
}

/**
 * The solution, by the course's policy. It is fetched when the learner has said that they want it,
 * and then stands beside their code, which can still be changed.
 */
export function useSolution({ data, work, editor, laid, tell }: Options) {
  const { t } = useTexts();
  const [asked, setAsked] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const [isShown, setShown] = useState(false);
  const load = solutions[data.id];
  const left = attemptsLeft(data.solutions, attempts(work, data.id));

  const show = async () => {
    setAsked(false);
    try {
      const solution = text ?? (await load?.())?.default ?? '';
      setText(solution);
      await editor?.showDiff(solution);
      setShown(true);
    } catch (error) {
      console.error(error);
      tell({ kind: 'code', text: t('workbench.solution.failed') });
    }
  };
  return {
    /** Runs that have yet to fail; `null`: the solution is not to be seen here. */
    left: load === undefined || left === null ? null : laid ? 0 : left,
    /** The learner is asked whether they mean it. */
    asked,
    /** The text that stands beside theirs. */
    shown: isShown ? text : null,
    /** Who has solved the lab, or has seen the solution, has nothing to lose. */
    ask: () => (laid || text !== null ? void show() : setAsked(true)),
    show: () => void show(),
    leave: () => setAsked(false),
    close() {
      void editor?.showDiff(null);
      setShown(false);
      editor?.focus();
    },
  };
}

/** How many different texts were judged and did not pass. */
function attempts(work: Work, lab: string): number {
  const failed = work
    .history(lab)
    .filter(({ verdict, total }) => verdict !== null && verdict !== 'passed' && total > 0);
  return new Set(failed.map(({ code }) => code)).size;
}
