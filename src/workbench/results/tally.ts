import type { CaseReport, Group, Report } from '#judge/report.ts';

export interface Tally {
  readonly passed: number;
  readonly total: number;
}

/** How many cases passed, of all that the suite has: what was not reached has not passed. */
export function tally(report: Report): Tally {
  return { passed: report.cases.filter(hasPassed).length, total: report.total };
}

/** The same for one group, whose size is known from the lab. */
export function tallyGroup(report: Report, group: Group, total: number): Tally {
  const passed = report.cases.filter((c) => c.group === group && hasPassed(c)).length;
  return { passed, total };
}

export const hasPassed = (c: CaseReport): boolean => c.verdict === 'passed';
