import { useEffect, useRef, useState } from 'preact/hooks';
import type { FinishedPlank } from '#storage/work.ts';
import type { Sailed } from '../sail.ts';

/** How a sea trial stands. */
export interface Trial {
  readonly stage: 'ashore' | 'at sea' | 'over' | 'called back' | 'failed';
  readonly log: readonly Sailed[];
  sail(): void;
  callBack(): void;
}

/** Sails at a word, in a worker and a sandbox; nothing of it is loaded before. */
export function useTrial(planks: readonly FinishedPlank[], sandboxPage: string): Trial {
  const [stage, setStage] = useState<Trial['stage']>('ashore');
  const [log, setLog] = useState<readonly Sailed[]>([]);
  /** The trial under way; another one, or none, when this one is given up. */
  const current = useRef<object | null>(null);
  useEffect(() => () => void (current.current = null), []);

  const sail = () => {
    const own = {};
    current.current = own;
    const isOn = () => current.current === own;
    setLog([]);
    setStage('at sea');
    const go = async () => {
      const [{ sailMine }, { compileShip }] = await Promise.all([
        import('../../ship/mine.ts'),
        import('../../ship/compile-ship.ts'),
      ]);
      await sailMine(await compileShip(planks), sandboxPage, (sailed) => {
        if (isOn()) setLog((before) => [...before, sailed]);
        return isOn();
      });
    };
    go().then(
      () => isOn() && setStage('over'),
      () => isOn() && setStage('failed'),
    );
  };
  const callBack = () => {
    current.current = null;
    setStage('called back');
  };
  return { stage, log, sail, callBack };
}
