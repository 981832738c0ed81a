import type { Row } from './table.ts';

/** How many places and tests are printed of each row. */
const SHOWN = 3;

const MARKS = {
  followed: 'ok  ',
  'in part': 'part',
  deviation: 'dev ',
  'out of scope': 'out ',
} as const;

/** A requirement as lines of text. */
export function rowLines(row: Row): readonly string[] {
  const { id, source, meaning, reason, places, tests, problems, scope } = row;
  const mark = problems.length > 0 ? 'FAIL' : MARKS[scope];
  return [
    `${mark} ${id} (${source}): ${meaning}`,
    ...(reason === null ? [] : [`       ${scope}: ${reason}`]),
    ...(places.length === 0 ? [] : [`       rule: ${some(places)}`]),
    ...(tests.length === 0 ? [] : [`       ${count(tests.length)}: ${some(tests)}`]),
    ...problems.map((problem) => `       ${problem}`),
  ];
}

const count = (n: number): string => (n === 1 ? '1 test' : `${n} tests`);

function some(items: readonly string[]): string {
  const rest = items.length - SHOWN;
  return `${items.slice(0, SHOWN).join(' · ')}${rest > 0 ? ` · and ${rest} more` : ''}`;
}
