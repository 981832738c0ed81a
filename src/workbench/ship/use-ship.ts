import { useCallback, useEffect, useState } from 'preact/hooks';
import { PLANK_LAID } from '#storage/progress.ts';
import type { Work } from '#storage/work.ts';
import { useSetting } from '../editor/use-setting.ts';
import type { ShipOf } from '../run/use-run.ts';

/** Whose planks stand around the one that is being written. */
export interface Ship {
  /** How many planks of other labs the learner has finished. */
  readonly others: number;
  /** Theirs, as far as they go; never if there are none. */
  readonly isMine: boolean;
  readonly choose: (isMine: boolean) => void;
  /** For a run: the planks, compiled; `undefined` for the reference's. */
  readonly planks: ShipOf;
}

/** The learner's choice between the reference's other planks and their own, kept for all labs. */
export function useShip(work: Work, lab: string): Ship {
  const [choice, setChoice] = useSetting(work.settings, 'ship');
  const finished = useCallback(
    () => work.finishedPlanks().filter((plank) => plank.lab !== lab),
    [work, lab],
  );
  const [others, setOthers] = useState(() => finished().length);
  useEffect(() => {
    const look = () => setOthers(finished().length);
    // A plank is laid here, or in another tab that the learner comes back from.
    addEventListener(PLANK_LAID, look);
    addEventListener('focus', look);
    return () => {
      removeEventListener(PLANK_LAID, look);
      removeEventListener('focus', look);
    };
  }, [finished]);

  const isMine = choice === 'mine' && others > 0;
  const planks = useCallback(async () => {
    if (!isMine) return undefined;
    const { compileShip } = await import('./compile-ship.ts');
    return compileShip(finished());
  }, [isMine, finished]);
  return { others, isMine, choose: (mine) => setChoice(mine ? 'mine' : 'reference'), planks };
}
