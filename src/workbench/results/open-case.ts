import type { CaseReport } from '#judge/report.ts';
import { familiesOf } from './families.ts';
import { fails, type Shown } from './shown.ts';

/** Which case is open. */
export interface Open {
  /** `null`: none. */
  readonly id: string | null;
  /** It had passed when it was opened: then it is read for its own sake. */
  readonly passed: boolean;
  /** What it shows if it stands for all that were drawn: another run may show another there. */
  readonly drawn: string;
}

/** The reader opens a case, or closes all (`null`). */
export function openedByReader(shown: Shown, id: string | null): Open {
  const report = shown.get(id ?? '')?.report;
  return { id, passed: id !== null && !fails(shown.get(id)), drawn: drawnIn(report) };
}

/**
 * The case to be open after a run. The one that was looked at stays as long as it fails; once it
 * passes, the next that fails opens, or that on which the run ended (`ended`). A drawn one in whose place another stands has gone, too, unless
 * it was run alone (`only`). What the reader closed stays closed until the next run.
 */
export function openAfterRun(
  open: Open | null,
  shown: Shown,
  { only = null, ended = null }: { only?: string | null; ended?: string | null } = {},
): Open {
  const id = open?.id ?? null;
  const current = id === null ? undefined : shown.get(id);
  if (open !== null && current !== undefined && (open.passed || fails(current))) {
    const drawn = drawnIn(current.report);
    if (drawn === open.drawn || id === only) return { ...open, drawn };
  }
  const next = ended ?? nextFailing(shown, id);
  return { id: next, passed: false, drawn: drawnIn(shown.get(next ?? '')?.report) };
}

/** The script or the calls of a drawn case; empty for a written one. */
function drawnIn(report: CaseReport | undefined): string {
  if (report === undefined || report.drawn === 0) return '';
  return report.pkt + JSON.stringify(report.calls?.rows.map(({ args }) => args) ?? '');
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
