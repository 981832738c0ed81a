/**
 * `npm run screenshots`: pictures of the built site for somebody to look at, wide and narrow,
 * light and dark, in `.build/screenshots/`; and the one of the README. `npm run screenshots -- gallery`:
 * the sheets of the gallery instead, every figure in every state.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { KINDS } from '#course/gallery/kinds.ts';

import { course } from '../../course.config.ts';
import { run } from './cli-error.ts';
import { BUILD_DIR, ROOT, shown } from './paths.ts';
import { launchBrowser } from './site/browser.ts';
import { buildSite, isUpToDate } from './site/build-site.ts';
import { serveSite } from './site/server.ts';
import { TESTED_SITES } from './site/tested-sites.ts';
import { openWorkbench } from './site/workbench.ts';

/** A page, and what is done to it before its picture is taken. */
interface Subject {
  readonly name: string;
  readonly path: string;
  readonly whole: boolean;
  /** What of the page has a picture of its own, each, instead of the page. */
  readonly parts?: string;
  prepare?(page: Page): Promise<void>;
}

interface Sheet {
  readonly width: number;
  readonly theme: 'light' | 'dark';
}

const SHEETS: readonly Sheet[] = [1280, 390].flatMap((width) => [
  { width, theme: 'light' },
  { width, theme: 'dark' },
]);
const FOLDER = join(BUILD_DIR, 'screenshots');

/** The chapter that stands for all of them, here and in the README. */
const CHAPTER = '/handshake/three-way/';
const README_PICTURE = join(ROOT, 'screenshots', 'chapter.png');

await run(async () => {
  const isGallery = process.argv.includes('gallery');
  const site = isGallery ? TESTED_SITES.path : TESTED_SITES.root;
  if (!isUpToDate(site)) await buildSite(site);
  const served = await serveSite({ folder: site.outDir, base: site.base, port: 0 });
  const start = served.url.replace(/\/$/, '');
  const browser = await launchBrowser();
  try {
    for (const subject of isGallery ? gallery() : subjects()) {
      for (const sheet of SHEETS) {
        const file = join(FOLDER, `${subject.name}-${sheet.width}-${sheet.theme}.png`);
        await take(browser, start, subject, sheet, file);
      }
    }
    console.log(`The pictures are in ${shown(FOLDER)}/.`);
    if (isGallery) return 0;
    mkdirSync(join(ROOT, 'screenshots'), { recursive: true });
    const sheet = { width: 1280, theme: 'light' } as const;
    const figure = subjects().find(({ name }) => name === 'figure');
    if (figure) await take(browser, start, figure, sheet, README_PICTURE);
    console.log(`${shown(README_PICTURE)} is new.`);
  } finally {
    await browser.close();
    await served.close();
  }
  return 0;
});

function gallery(): readonly Subject[] {
  return Object.keys(KINDS).map((kind) => ({
    ...{ name: `gallery-${kind}`, path: `/gallery/${kind}/`, whole: false },
    ...{ parts: '.gallery section', prepare: wakeAll },
  }));
}

function subjects(): readonly Subject[] {
  const labs = course.labs.slice(0, 1).flatMap((id): readonly Subject[] => [
    { name: 'lab', path: `/labs/${id}/`, whole: true },
    { name: 'lab-failed', path: `/labs/${id}/`, whole: true, prepare: runStarter },
  ]);
  return [
    { name: 'home', path: '/', whole: true },
    { name: 'chapter', path: CHAPTER, whole: true },
    { name: 'figure', path: CHAPTER, whole: false, prepare: showFigure },
    ...labs,
    { name: 'not-found', path: '/404.html', whole: false },
  ];
}

/** Brings the chapter's first figure to the middle of the window. */
async function showFigure(page: Page): Promise<void> {
  const figure = page.locator('figure.ladder-figure').first();
  await figure.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await figure.locator('tcp-ladder[data-ready]').waitFor();
}

/** Scrolls down the page, so that every figure on it wakes. */
async function wakeAll(page: Page): Promise<void> {
  for (const section of await page.locator('.gallery section').all()) {
    await section.scrollIntoViewIfNeeded();
  }
  await page.waitForLoadState('networkidle');
}

/** Opens the workbench and runs what stands in it: the starter, which fails. */
async function runStarter(page: Page): Promise<void> {
  const bench = await openWorkbench(page);
  await bench.editor.focus();
  await bench.run();
}

async function take(
  browser: Browser,
  start: string,
  { path, whole, parts, prepare }: Subject,
  { width, theme }: Sheet,
  file: string,
): Promise<void> {
  const viewport = { width, height: width < 600 ? 844 : 900 };
  const options = { viewport, colorScheme: theme, reducedMotion: 'reduce' } as const;
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(start + path, { waitUntil: 'networkidle' });
  await prepare?.(page);
  if (parts === undefined) await page.screenshot({ path: file });
  else await takeParts(page, parts, file);
  if (whole) await page.screenshot({ path: file.replace('.png', '-whole.png'), fullPage: true });
  await context.close();
}

/** A picture of each part of a page, numbered. */
async function takeParts(page: Page, parts: string, file: string): Promise<void> {
  for (const [i, part] of (await page.locator(parts).all()).entries()) {
    await part.screenshot({ path: file.replace('.png', `-${String(i + 1).padStart(2, '0')}.png`) });
  }
}
