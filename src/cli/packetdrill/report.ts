import type { Failure, Outcome } from './play.ts';

/** A script, and what became of it. */
export interface Result {
  readonly path: string;
  readonly outcome: Outcome;
}

/**
 * One line per script; under a script that failed, every reason with its line and column, the line
 * itself, and what was expected above what was found. At the end, what was left alone and why.
 */
export function reportLines(results: readonly Result[]): readonly string[] {
  const lines = results.flatMap(({ path, outcome }) => {
    if (outcome.verdict === 'skipped') return [`skipped ${path}: ${shown(outcome.reason)}`];
    if (outcome.verdict === 'passed') return [`passed  ${path}`];
    return [`failed  ${path}`, ...outcome.failures.flatMap(failureLines)];
  });
  return [...lines, ...noteLines(results), summary(results)];
}

function failureLines(failure: Failure): readonly string[] {
  const { expected, found, line, isn } = failure;
  if (expected === null || found === null) {
    return [`  ${reason(failure)}`, ...(line === null ? [] : [`    ${shown(line)}`])];
  }
  const where = `line ${failure.place?.line ?? 0}, column ${failure.place?.column ?? 0}`;
  return [
    `  ${where}${isnWords(isn)}`,
    ...(line === null ? [] : [`    ${shown(line)}`]),
    `    expected ${expected}`,
    `    found    ${found}`,
  ];
}

/** More of a line nobody reads; and what is no text does not belong on a terminal. */
const LONGEST = 200;

function shown(line: string): string {
  const text = line.slice(0, LONGEST).replaceAll(/\p{Cc}/gu, '·');
  return line.length > LONGEST ? `${text}…` : text;
}

const isnWords = (isn: number | null): string =>
  isn === null ? '' : ` (initial sequence number ${isn})`;

/** `line 8, column 1: expected …, found … (initial sequence number 0)` */
export function reason({ place, message, isn }: Failure): string {
  const where = place === null ? '' : `line ${place.line}, column ${place.column}: `;
  return `${where}${message}${isnWords(isn)}`;
}

/** What scripts set or ask that changes nothing here, once each, with the number of scripts. */
function noteLines(results: readonly Result[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { outcome } of results) {
    if (outcome.verdict === 'skipped') continue;
    for (const note of outcome.notes) counts.set(note, (counts.get(note) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const lines = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    'what changes nothing here:',
    ...lines.map(([note, count]) => `  ${note} (${count} ${count === 1 ? 'script' : 'scripts'})`),
  ];
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
