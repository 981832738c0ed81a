import { useEffect, useState } from 'preact/hooks';
import { layPlank, PLANK_LAID, readProgress } from '#storage/progress.ts';
import type { Store } from '#storage/store.ts';
import type { Phase } from '../run/phase.ts';

/** Is the plank laid? A whole suite that passes lays it, a single case never does. */
export function useLaid(store: Store, lab: string, phase: Phase): boolean {
  const [laid, setLaid] = useState(() => Object.hasOwn(readProgress(store), lab));
  useEffect(() => {
    if (phase.kind !== 'judged') return;
    const { verdict, only } = phase.report;
    if (verdict !== 'passed' || only !== null) return;
    layPlank(store, lab, new Date());
    setLaid(true);
    dispatchEvent(new CustomEvent(PLANK_LAID, { detail: lab }));
  }, [phase, store, lab]);
  return laid;
}
