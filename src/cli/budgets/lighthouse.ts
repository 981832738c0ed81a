import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { CHROMIUM_FLAGS, findChromium } from '../browsers/chromium.ts';
import { filesBelow } from '../files.ts';
import { runTool } from '../process.ts';
import { serveSite } from '../site/server.ts';
import { table } from './table.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What we mean to reach, and how far below it a noisy machine may fall before it is marked. */
const GOAL = 95;
const MARGIN = 5;

interface LighthouseReport {
  readonly categories: Readonly<
    Record<string, { readonly score: number | null; readonly auditRefs: readonly AuditRef[] }>
  >;
  readonly audits: Readonly<Record<string, { readonly score: number | null }>>;
}

interface AuditRef {
  readonly id: string;
  readonly weight: number;
}

/** A page's scores, one per category, and what kept them from being full. */
interface PageScores {
  readonly scores: readonly string[];
  readonly wanting: readonly string[];
}

/** Lighthouse's scores on its slow phone, as a table. Files are served with gzip, as they will be. */
export async function lighthouseScores(folder: string, paths: readonly string[]): Promise<string> {
  const work = mkdtempSync(join(tmpdir(), 'course-lighthouse-'));
  const site = join(work, 'site');
  compressedCopy(folder, site);
  const served = await serveSite({ folder: site, base: '/', port: 0, gzip: true });
  const rows: string[][] = [];
  const notes: string[] = [];
  try {
    for (const path of paths) {
      const { scores, wanting } = await measurePage(
        served.origin + path,
        join(work, 'report.json'),
      );
      rows.push([path, ...scores]);
      if (wanting.length > 0) notes.push(`${path} loses points for ${wanting.join(', ')}`);
    }
  } finally {
    await served.close();
    rmSync(work, { recursive: true, force: true });
  }
  const title = `Lighthouse, slow phone (goal ${GOAL}; ! is more than ${MARGIN} below)`;
  return [title, table(['page', ...CATEGORIES], rows), ...notes].join('\n');
}

function compressedCopy(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  for (const path of filesBelow(to).filter((file) => /[.](html|css|js|json|svg)$/.test(file))) {
    const file = join(to, path);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
  }
}

async function measurePage(url: string, output: string): Promise<PageScores> {
  rmSync(output, { force: true });
  const args = [
    ...[url, '--quiet', '--output=json', `--output-path=${output}`],
    `--only-categories=${CATEGORIES.join(',')}`,
    `--chrome-flags=${CHROMIUM_FLAGS.join(' ')}`,
  ];
  const env = { CHROME_PATH: await findChromium() };
  const { output: said } = await runTool('lighthouse', args, { env, print: 'keep' });
  if (!existsSync(output)) {
    return { scores: CATEGORIES.map(() => '?'), wanting: [said.split('\n')[0] ?? ''] };
  }
  const report = JSON.parse(readFileSync(output, 'utf8')) as LighthouseReport;
  return {
    scores: CATEGORIES.map((category) => {
      const score = Math.round((report.categories[category]?.score ?? 0) * 100);
      return `${score}${score < GOAL - MARGIN ? ' !' : ''}`;
    }),
    wanting: CATEGORIES.flatMap((category) => wantingIn(report, category)),
  };
}

/** The audits of a category that count and were not passed. Speed is a matter of degree: left out. */
function wantingIn({ categories, audits }: LighthouseReport, category: string): readonly string[] {
  const refs = category === 'performance' ? [] : (categories[category]?.auditRefs ?? []);
  return refs
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => id);
}
