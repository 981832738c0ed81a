import type { Store } from './store.ts';

/** The planks that are the reader's: by lab id, when each was laid (ISO 8601). */
export type Progress = Readonly<Record<string, string>>;

const NAME = 'planks';

/** Raised on `window` in the tab where a plank was laid; `detail` is the lab's id. */
export const PLANK_LAID = 'tcp:plank-laid';

/** Which planks are laid. Anything unreadable counts as none. */
export function readProgress(store: Store): Progress {
  const value = store.get(NAME);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([, at]) => typeof at === 'string'));
}

/** Lays a plank. A plank stays laid, with its first date, whatever the code becomes later. */
export function layPlank(store: Store, lab: string, at: Date): Progress {
  const before = readProgress(store);
  if (lab in before) return before;
  const after = { ...before, [lab]: at.toISOString() };
  store.set(NAME, after);
  return after;
}
