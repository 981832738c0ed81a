/**
 * `npm run screenshots`: pictures of the built site for somebody to look at, wide and narrow,
 * light and dark, in `.build/screenshots/`; and the one of the README.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { course } from '../../course.config.ts';
import { run } from './cli-error.ts';
import { BUILD_DIR, ROOT, shown } from './paths.ts';
import { launchBrowser } from './site/browser.ts';
import { buildSite, isUpToDate } from './site/build-site.ts';
import { serveSite } from './site/server.ts';
import { TESTED_SITES } from './site/tested-sites.ts';

const WIDTHS = [1280, 390] as const;
const THEMES = ['light', 'dark'] as const;
const FOLDER = join(BUILD_DIR, 'screenshots');

await run(async () => {
  const site = TESTED_SITES.root;
  if (!isUpToDate(site)) await buildSite(site);
  const served = await serveSite({ folder: site.outDir, base: '/', port: 0 });
  const browser = await launchBrowser();
  try {
    for (const [name, path] of Object.entries(pages())) {
      for (const width of WIDTHS) {
        for (const colorScheme of THEMES) {
          const viewport = { width, height: width === 390 ? 844 : 900 };
          const context = await browser.newContext({ viewport, colorScheme });
          const page = await context.newPage();
          await page.goto(served.origin + path, { waitUntil: 'networkidle' });
          const file = join(FOLDER, `${name}-${width}-${colorScheme}`);
          await page.screenshot({ path: `${file}.png` });
          await page.screenshot({ path: `${file}-whole.png`, fullPage: true });
          await context.close();
        }
      }
    }
  } finally {
    await browser.close();
    await served.close();
  }
  const kept = join(ROOT, 'screenshots');
  mkdirSync(kept, { recursive: true });
  copyFileSync(join(FOLDER, 'chapter-1280-light.png'), join(kept, 'chapter.png'));
  console.log(`The pictures are in ${shown(FOLDER)}/; ${shown(kept)}/chapter.png is new.`);
  return 0;
});

/** One page of each kind, by the name of its picture. */
function pages(): Readonly<Record<string, string>> {
  const [chapter] = course.chapters;
  const [lab] = course.labs;
  return {
    home: '/',
    ...(chapter === undefined ? {} : { chapter: `/${chapter}/` }),
    ...(lab === undefined ? {} : { lab: `/labs/${lab}/` }),
    'not-found': '/404.html',
  };
}
