import { existsSync, readFileSync } from 'node:fs';

import type { Counts } from './counts.ts';

/** The part of Vitest's JSON report that we read. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
}

/** Reads the counts of a run of Vitest; a run that broke off counts as one failure at least. */
export function readVitestReport(path: string, code: number): Counts {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  const broken = code !== 0 || !report.success ? 1 : 0;
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, broken),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
