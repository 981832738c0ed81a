import type { Failure, Outcome } from './play.ts';

/** A script, and what became of it. */
export interface Result {
  readonly path: string;
  readonly outcome: Outcome;
}

/** One line per script; under a script that failed, every reason with its line and column. */
export function reportLines(results: readonly Result[]): readonly string[] {
  const lines = results.flatMap(({ path, outcome }) => {
    if (outcome.verdict === 'skipped') return [`skipped ${path}: ${outcome.reason}`];
    if (outcome.verdict === 'passed') return [`passed  ${path}`];
    return [`failed  ${path}`, ...outcome.failures.map((each) => `  ${reason(each)}`)];
  });
  return [...lines, summary(results)];
}

/** `line 8, column 1: expected …, found … (initial sequence number 0)` */
export function reason({ place, message, isn }: Failure): string {
  const where = place === null ? '' : `line ${place.line}, column ${place.column}: `;
  return `${where}${message}${isn === null ? '' : ` (initial sequence number ${isn})`}`;
}

/** `N passed, N failed, N skipped` */
export function summary(results: readonly Result[]): string {
  const count = (verdict: Outcome['verdict']) =>
    results.filter(({ outcome }) => outcome.verdict === verdict).length;
  return `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`;
}

/** The same for programs. */
export function reportJson(results: readonly Result[]): string {
  const scripts = results.map(({ path, outcome }) => ({ path, ...outcome }));
  return JSON.stringify({ summary: summary(results), scripts }, null, 2);
}
