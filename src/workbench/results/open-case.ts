import { familiesOf } from './families.ts';
import { fails, type Shown } from './shown.ts';

/** Which case is open. */
export interface Open {
  /** `null`: none. */
  readonly id: string | null;
  /** It had passed when it was opened: then it is read for its own sake. */
  readonly passed: boolean;
}

/** The reader opens a case, or closes all (`null`). */
export function openedByReader(shown: Shown, id: string | null): Open {
  return { id, passed: id !== null && !fails(shown.get(id)) };
}

/**
 * The case to be open after a run. The one that was looked at stays as long as it fails; once it
 * passes, the next that fails opens. What the reader closed stays closed until the next run.
 */
export function openAfterRun(open: Open | null, shown: Shown): Open {
  const id = open?.id ?? null;
  const current = id === null ? undefined : shown.get(id);
  if (open !== null && current !== undefined && (open.passed || fails(current))) return open;
  return { id: nextFailing(shown, id), passed: false };
}

/** The first case of a cause of its own that fails after `id`, beginning again at the end. */
function nextFailing(shown: Shown, id: string | null): string | null {
  const order = [...shown.keys()];
  const place = id === null ? -1 : order.indexOf(id);
  const leads = familiesOf([...shown.values()].map(({ report }) => report)).map(
    ({ lead }) => lead.id,
  );
  return leads.find((each) => order.indexOf(each) > place) ?? leads[0] ?? null;
}
