import type { CaseReport } from '#judge/report.ts';
import { hasPassed } from './shown.ts';

/** Cases that fail with one cause: the first of them, and those that say nothing new. */
export interface Family {
  readonly lead: CaseReport;
  readonly others: readonly CaseReport[];
}

/** The failing ones of `cases` (in the suite's order) by their cause. Without a cause, each by itself. */
export function familiesOf(cases: readonly CaseReport[]): readonly Family[] {
  const found = new Map<string, CaseReport[]>();
  for (const each of cases) {
    if (hasPassed(each)) continue;
    const key = each.cause === '' ? `alone ${each.id}` : `cause ${each.cause}`;
    const family = found.get(key);
    if (family) family.push(each);
    else found.set(key, [each]);
  }
  return [...found.values()].flatMap(([lead, ...others]) => (lead ? [{ lead, others }] : []));
}
