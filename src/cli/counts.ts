/** How many checks of a step or a command passed, failed, and could not be made here. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The line with which every checking command ends. */
export function countsLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Finds the last such line in what a command printed; `null` if there is none. */
export function parseCounts(output: string): Counts | null {
  const lines = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)];
  const last = lines.at(-1);
  if (last === undefined) return null;
  return { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3] ?? 0) };
}

export function sum(counts: readonly Counts[]): Counts {
  const total = (pick: (one: Counts) => number) => counts.reduce((n, one) => n + pick(one), 0);
  return {
    passed: total((one) => one.passed),
    failed: total((one) => one.failed),
    skipped: total((one) => one.skipped),
  };
}

/** One check of a command that checks: what must hold, and where it does not. */
export interface Check {
  readonly name: string;
  readonly problems: readonly string[];
}

/** Prints the checks, the failed ones with their problems, and then the line of counts. */
export function reportChecks(checks: readonly Check[]): Counts {
  for (const { name, problems } of checks) {
    console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
    for (const problem of problems.slice(0, 40)) console.log(`       ${problem}`);
    if (problems.length > 40) console.log(`       … and ${problems.length - 40} more`);
  }
  const failed = checks.filter(({ problems }) => problems.length > 0).length;
  const counts = { passed: checks.length - failed, failed, skipped: 0 };
  console.log(countsLine(counts));
  return counts;
}
