import type { CaseReport, Report } from '#judge/report.ts';

/** A case as the results show it. */
export interface ShownCase {
  readonly report: CaseReport;
  /** It was not judged by the last run: this is what an earlier one found. */
  readonly earlier: boolean;
}

/** All that is known of a suite's cases, by id, in the suite's order. */
export type Shown = ReadonlyMap<string, ShownCase>;

export const NOTHING: Shown = new Map();

/**
 * What is known after a run. A whole run replaces everything; of a run of one case, and of one that
 * reached no case at all, what was known before stays, as of an earlier run.
 */
export function afterRun(before: Shown, report: Report): Shown {
  const fresh = report.cases.map((each) => [each.id, { report: each, earlier: false }] as const);
  if (report.only === null && fresh.length > 0) return new Map(fresh);
  return new Map([...asEarlier(before), ...fresh]);
}

/** The same, when code that was changed since was not judged. */
export function asEarlier(shown: Shown): Shown {
  return new Map([...shown].map(([id, { report }]) => [id, { report, earlier: true }]));
}

export const hasPassed = (report: CaseReport): boolean => report.verdict === 'passed';

/** Does it fail, as far as is known? */
export function fails(shown: ShownCase | undefined): boolean {
  return shown !== undefined && !hasPassed(shown.report);
}
