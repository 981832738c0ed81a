import type { Report } from '#judge/report.ts';

/** How long the judge took, as people count. */
export function milliseconds({ ms }: Report): number {
  return Math.max(1, Math.round(ms));
}
