import { expectedValues } from '#judge/calls.ts';
import { openSuite } from '#judge/open-suite.ts';
import type { TableSource } from '#judge/suite.ts';
import { isCalls } from '#sandbox/sandbox.ts';
import type { Finding } from './labs-check.ts';

/** A table calls a plank of the lab, with arguments that the reference has an answer to. */
export function checkTable(table: TableSource, planks: readonly string[]): Finding {
  const { id, group } = table;
  const what = `the reference answers ${id} in suite/${group}/cases.ts`;
  return { what, problem: tableProblem(table, planks) };
}

function tableProblem(table: TableSource, planks: readonly string[]): string | null {
  if (!/^[a-z0-9-]+$/.test(table.id)) return 'write its id in lower-case letters, digits, hyphens';
  if (!/^(RFC \d+, )?\d+(\.\d+)*/.test(table.rfc)) {
    return 'say the section of RFC 9293 in `rfc`: 3.4; or of another: RFC 1812, 5.3.1';
  }
  if (!planks.includes(table.call)) {
    return `it calls \`${table.call}\`, which is no plank of this lab: ${planks.join(', ')}`;
  }
  if (table.args.length === 0) return 'add a list of arguments to `args`';
  try {
    const suite = openSuite({ lab: '', exports: planks, cases: [table], random: null, prints: {} });
    for (const run of suite.cases.flatMap(({ runs }) => runs)) {
      if (isCalls(run)) expectedValues(run);
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
