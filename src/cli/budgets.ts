/**
 * `npm run budgets`: what each kind of page costs its reader in bytes, against limits that fail,
 * and (with `--lighthouse`) Lighthouse's scores on a slow phone, as a report.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { course } from '../../course.config.ts';
import { LIMITS, measure, type PageBytes } from './budgets/bytes.ts';
import { lighthouseScores } from './budgets/lighthouse.ts';
import { table } from './budgets/table.ts';
import { run } from './cli-error.ts';
import { type Check, reportChecks } from './counts.ts';
import { BUILD_DIR, shown } from './paths.ts';
import { buildSite, isUpToDate } from './site/build-site.ts';
import { TESTED_SITES } from './site/tested-sites.ts';

await run(async () => {
  const { values } = parseArgs({ options: { lighthouse: { type: 'boolean', default: false } } });
  const site = TESTED_SITES.root;
  if (!isUpToDate(site)) await buildSite(site);
  const paths = pages();
  const bytes = await measure(site.outDir, paths);
  const report = [bytesTable(bytes)];
  if (values.lighthouse) report.push(await lighthouseScores(site.outDir, paths));
  const text = report.join('\n\n');
  const file = join(BUILD_DIR, 'reports', 'budgets.txt');
  mkdirSync(join(BUILD_DIR, 'reports'), { recursive: true });
  writeFileSync(file, `${text}\n`);
  console.log(`${text}\n\nAlso written to ${shown(file)}.`);
  return reportChecks(bytes.flatMap(checksOf)).failed > 0 ? 1 : 0;
});

/** The home page, each chapter, and one lab: they are all made alike. */
function pages(): readonly string[] {
  const labs = course.labs.slice(0, 1).map((id) => `/labs/${id}/`);
  return ['/', ...course.chapters.map((id) => `/${id}/`), ...labs];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function bytesTable(all: readonly PageBytes[]): string {
  const rows = all.map(({ path, html, css, js, fonts, other, requests }) => [
    path,
    ...[html, css, js, html + css + js, fonts, other].map(kilobytes),
    String(requests),
  ]);
  const head = ['page', 'HTML', 'CSS', 'JS', 'together', 'fonts', 'other', 'requests'];
  return `Bytes with gzip, up to the end of a scrub through every figure\n${table(head, rows)}`;
}

function checksOf({ path, html, css, js, fonts, editor }: PageBytes): readonly Check[] {
  const limit = (name: string, bytes: number, most: number): Check => ({
    name: `${path} ${name}: ${kilobytes(bytes)} of ${kilobytes(most)}`,
    problems: bytes > most ? [`${kilobytes(bytes - most)} too many`] : [],
  });
  return [
    limit('JavaScript', js, LIMITS.js),
    limit('HTML, CSS and JavaScript', html + css + js, LIMITS.together),
    limit('fonts', fonts, LIMITS.fonts),
    { name: `${path} loads nothing of the editor`, problems: editor },
  ];
}
