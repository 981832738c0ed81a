import type { Group, Report } from '#judge/report.ts';
import type { CaseName } from '../data.ts';
import { fails, hasPassed, type Shown } from './shown.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly total: number;
}

/** How many cases passed, of all that the suite has: what was not reached has not passed. */
export function tally(report: Report): Tally {
  const passed = report.cases.filter(hasPassed).length;
  return { passed, failed: report.cases.length - passed, total: report.total };
}

/** The same for one group of what is known, whether of the last run or of an earlier one. */
export function tallyGroup(shown: Shown, cases: readonly CaseName[], group: Group): Tally {
  const names = cases.filter((each) => each.group === group);
  const failed = names.filter(({ id }) => fails(shown.get(id))).length;
  const known = names.filter(({ id }) => shown.has(id)).length;
  return { passed: known - failed, failed, total: names.length };
}

/** The suite's cases: those that the page names, and any that only a run brought to light. */
export function allCases(named: readonly CaseName[], shown: Shown): readonly CaseName[] {
  const known = new Set(named.map(({ id }) => id));
  const found = [...shown.values()]
    .map(({ report: { id, group } }) => ({ id, group }))
    .filter(({ id }) => !known.has(id));
  return [...named, ...found];
}
