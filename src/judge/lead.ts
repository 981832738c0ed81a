import type { CaseReport, Report } from './report.ts';

/**
 * The failed case that stands for a run's verdict: the one that ended the run says more of it than one
 * that failed before. Undefined if nothing failed, or no case was reached.
 */
export function leadOf({ verdict, cases }: Pick<Report, 'verdict' | 'cases'>) {
  const failed = cases.filter((each: CaseReport) => each.verdict !== 'passed');
  return failed.find((each) => each.verdict === verdict) ?? failed[0];
}
