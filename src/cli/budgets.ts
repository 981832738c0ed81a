/**
 * `npm run budgets`: what each page of the site costs its reader in bytes, against limits that fail,
 * and (with `--lighthouse`) Lighthouse's scores on a slow phone, as a report.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { course } from '../../course.config.ts';
import { measure, type PageBytes } from './budgets/bytes.ts';
import { type FigureBytes, measureFigures } from './budgets/figures.ts';
import { lighthouseScores } from './budgets/lighthouse.ts';
import { FIGURE_LIMITS, limitsOf } from './budgets/limits.ts';
import { table } from './budgets/table.ts';
import { run } from './cli-error.ts';
import { type Check, reportChecks } from './counts.ts';
import { filesBelow } from './files.ts';
import { BUILD_DIR, shown } from './paths.ts';
import { buildSite, isUpToDate } from './site/build-site.ts';
import { TESTED_SITES } from './site/tested-sites.ts';

await run(async () => {
  const { values } = parseArgs({ options: { lighthouse: { type: 'boolean', default: false } } });
  const site = TESTED_SITES.root;
  if (!isUpToDate(site)) await buildSite(site);
  const bytes = await measure(site.outDir, pagesOf(site.outDir));
  const figures = await measureFigures(site.outDir, chapters());
  const report = [bytesTable(bytes), figuresTable(figures)];
  if (values.lighthouse) report.push(await lighthouseScores(site.outDir, kinds()));
  const text = report.join('\n\n');
  const file = join(BUILD_DIR, 'reports', 'budgets.txt');
  mkdirSync(join(BUILD_DIR, 'reports'), { recursive: true });
  writeFileSync(file, `${text}\n`);
  console.log(`${text}\n\nAlso written to ${shown(file)}.`);
  const checks = [...bytes.flatMap(checksOf), ...figures.flatMap(figureChecks)];
  return reportChecks(checks).failed > 0 ? 1 : 0;
});

/** Every page of a built site, by its address. */
function pagesOf(folder: string): readonly string[] {
  return filesBelow(folder)
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .map((file) => `/${file.replace(/index\.html$/, '')}`)
    .sort();
}

/** The home page, each chapter, and one lab: labs are all made alike. */
function kinds(): readonly string[] {
  const labs = course.labs.slice(0, 1).map((id) => `/labs/${id}/`);
  return ['/', ...chapters(), ...labs];
}

function chapters(): readonly string[] {
  return course.chapters.map((id) => `/${id}/`);
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

function figuresTable(all: readonly FigureBytes[]): string {
  const rows = all.map(({ path, figures, kinds, engine }) => [
    ...[path, String(figures)],
    kinds.map(({ kind, js }) => `${kind} ${kilobytes(js)}`).join(', '),
    kilobytes(engine),
  ]);
  const head = ['page', 'figures', 'alive', 'at the first change'];
  return `JavaScript of the figures with gzip\n${table(head, rows)}`;
}

function limit(name: string, bytes: number, most: number): Check {
  return {
    name: `${name}: ${kilobytes(bytes)} of ${kilobytes(most)}`,
    problems: bytes > most ? [`${kilobytes(bytes - most)} too many`] : [],
  };
}

function figureChecks({ path, kinds, engine, early }: FigureBytes): readonly Check[] {
  return [
    ...kinds.map(({ kind, js }) => limit(`${path} JavaScript of ${kind}`, js, FIGURE_LIMITS.js)),
    limit(`${path} engine, network and scenario`, engine, FIGURE_LIMITS.engine),
    { name: `${path} loads no engine before the first change`, problems: early },
  ];
}

function checksOf({ path, html, css, js, fonts, editor }: PageBytes): readonly Check[] {
  const limits = limitsOf(path);
  return [
    limit(`${path} JavaScript`, js, limits.js),
    limit(`${path} HTML, CSS and JavaScript`, html + css + js, limits.together),
    limit(`${path} fonts`, fonts, limits.fonts),
    { name: `${path} loads nothing of the editor`, problems: editor },
  ];
}
