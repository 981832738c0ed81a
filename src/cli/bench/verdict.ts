import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../paths.ts';
import { launchBrowser } from '../site/browser.ts';
import { buildSite, isUpToDate } from '../site/build-site.ts';
import { serveSite } from '../site/server.ts';
import { TESTED_SITES } from '../site/tested-sites.ts';
import { openWorkbench, verdicts } from '../site/workbench.ts';

const WARM_UP = 3;

/** How long a learner waits for the verdict on the model answer, warm, in Chromium; ms per run. */
export async function verdictTimes(lab: string, runs: number): Promise<readonly number[]> {
  const site = TESTED_SITES.root;
  if (!isUpToDate(site)) await buildSite(site);
  const served = await serveSite({ folder: site.outDir, base: '/', port: 0 });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${served.url}labs/${lab}/`);
    const bench = await openWorkbench(page);
    await bench.write(readFileSync(join(ROOT, 'labs', lab, 'solution.ts'), 'utf8'));
    for (let n = 0; n < WARM_UP + runs; n += 1) await bench.run();
    return (await verdicts(page)).slice(WARM_UP);
  } finally {
    await browser.close();
    await served.close();
  }
}
