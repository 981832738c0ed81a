import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';
import { filesBelow } from '../files.ts';
import { runTool } from '../process.ts';
import { serveSite } from '../site/server.ts';
import { table } from './table.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What we mean to reach, and how far below it a noisy machine may fall before it is marked. */
const GOAL = 95;
const MARGIN = 5;

interface LighthouseReport {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
}

/** Lighthouse's scores on its slow phone, as a table. Files are served with gzip, as they will be. */
export async function lighthouseScores(folder: string, paths: readonly string[]): Promise<string> {
  const work = mkdtempSync(join(tmpdir(), 'course-lighthouse-'));
  const site = join(work, 'site');
  compressedCopy(folder, site);
  const served = await serveSite({ folder: site, base: '/', port: 0, gzip: true });
  const rows: string[][] = [];
  try {
    for (const path of paths) {
      rows.push([path, ...(await scores(served.origin + path, join(work, 'report.json')))]);
    }
  } finally {
    await served.close();
    rmSync(work, { recursive: true, force: true });
  }
  const note = `Lighthouse, slow phone (goal ${GOAL}; ! is more than ${MARGIN} below)`;
  return `${note}\n${table(['page', ...CATEGORIES], rows)}`;
}

function compressedCopy(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  for (const path of filesBelow(to).filter((file) => /[.](html|css|js|json|svg)$/.test(file))) {
    const file = join(to, path);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
  }
}

async function scores(url: string, output: string): Promise<readonly string[]> {
  rmSync(output, { force: true });
  const args = [
    ...[url, '--quiet', '--output=json', `--output-path=${output}`],
    `--only-categories=${CATEGORIES.join(',')}`,
    `--chrome-flags=${CHROMIUM_FLAGS.join(' ')}`,
  ];
  const env = { CHROME_PATH: await findChromium() };
  const { output: said } = await runTool('lighthouse', args, { env, print: 'keep' });
  if (!existsSync(output)) return CATEGORIES.map(() => said.split('\n')[0]?.slice(0, 20) ?? '?');
  const report = JSON.parse(readFileSync(output, 'utf8')) as LighthouseReport;
  return CATEGORIES.map((category) => {
    const score = Math.round((report.categories[category]?.score ?? 0) * 100);
    return `${score}${score < GOAL - MARGIN ? ' !' : ''}`;
  });
}
