import { isLabId, isTime, isRecord, type Progress } from './kept.ts';
import type { Store } from './store.ts';

export type { Progress } from './kept.ts';

const NAME = 'planks';

/** Raised on `window` in the tab where a plank was laid; `detail` is the lab's id. */
export const PLANK_LAID = 'tcp:plank-laid';

/** Which planks are laid. Anything unreadable counts as none. */
export function readProgress(store: Store): Progress {
  const value = store.get(NAME);
  if (!isRecord(value)) return {};
  const planks = Object.entries(value).filter(([lab, at]) => isLabId(lab) && isTime(at));
  return Object.fromEntries(planks) as Progress;
}

/** Lays a plank. A plank stays laid, with its first date, whatever the code becomes later. */
export function layPlank(store: Store, lab: string, at: Date): Progress {
  const before = readProgress(store);
  if (Object.hasOwn(before, lab)) return before;
  const after = { ...before, [lab]: at.toISOString() };
  store.set(NAME, after);
  return after;
}
