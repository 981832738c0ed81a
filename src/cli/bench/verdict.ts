import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readLab } from '#judge/files/read-lab.ts';
import { openSuite } from '#judge/open-suite.ts';
import { DRAWN } from '#judge/options.ts';
import { t } from '#text/en.ts';
import { COMPILED, VERDICT } from '#workbench/run/marks.ts';

import { ROOT } from '../paths.ts';
import { launchBrowser } from '../site/browser.ts';
import { buildSite, isUpToDate } from '../site/build-site.ts';
import { serveSite } from '../site/server.ts';
import { TESTED_SITES } from '../site/tested-sites.ts';
import { openWorkbench, verdicts } from '../site/workbench.ts';

const WARM_UP = 3;

/** What is said of a model answer. */
const PASSED = t('workbench.verdict.passed');

/** How long a learner waits for the verdict on the model answer, in Chromium. */
export interface VerdictTimes {
  /** The first run, pressed as soon as the editor stands, ms. */
  readonly cold: number;
  /** Later runs, ms each, from the key to the result. */
  readonly warm: readonly number[];
  /** The same without the check of types, ms each. */
  readonly judged: readonly number[];
  /** How many runs of cases there are in one verdict. */
  readonly cases: number;
}

/** Runs the model answer of a lab again and again. */
export async function verdictTimes(lab: string, runs: number): Promise<VerdictTimes> {
  const site = TESTED_SITES.root;
  if (!isUpToDate(site)) await buildSite(site);
  const served = await serveSite({ folder: site.outDir, base: '/', port: 0 });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${served.url}labs/${lab}/`);
    const bench = await openWorkbench(page);
    await bench.write(readFileSync(join(ROOT, 'labs', lab, 'solution.ts'), 'utf8'));
    for (let n = 0; n < 1 + WARM_UP + runs; n += 1) {
      const said = await bench.run();
      if (!said.includes(PASSED)) throw new Error(`${lab}: the model answer is told “${said}”`);
    }
    const all = await verdicts(page);
    return {
      cold: all[0] ?? Number.NaN,
      warm: all.slice(1 + WARM_UP),
      judged: (await judgedTimes(page)).slice(1 + WARM_UP),
      cases: await casesOf(lab),
    };
  } finally {
    await browser.close();
    await served.close();
  }
}

/** From the compiled program to the shown verdict, ms per run. */
async function judgedTimes(page: Page): Promise<readonly number[]> {
  const [compiled, verdict] = [COMPILED, VERDICT].map((name) =>
    page.evaluate(
      (mark) => performance.getEntriesByName(mark).map(({ startTime }) => startTime),
      name,
    ),
  );
  const [from, to] = [await compiled, await verdict];
  return (to ?? []).map((time, i) => time - (from?.[i] ?? Number.NaN));
}

async function casesOf(lab: string): Promise<number> {
  const { lab: about, cases } = await readLab(join(ROOT, 'labs', lab));
  const source = { lab, exports: about.planks, cases, random: null, prints: {} };
  const written = openSuite(source).cases;
  // Each is run once more at the end.
  return written.reduce((sum, { runs }) => sum + runs.length + 1, 0) + DRAWN;
}
