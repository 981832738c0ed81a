import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

import { course } from '../../../course.config.ts';
import { launchBrowser } from '../site/browser.ts';
import { buildSite, isUpToDate } from '../site/build-site.ts';
import { serveSite } from '../site/server.ts';
import { TESTED_SITES } from '../site/tested-sites.ts';
import { withLongLadder } from './figures/ladder-page.ts';
import { quantile } from './statistics.ts';

/** How often a page is opened; the median counts. */
const OPENINGS = 5;
/** So many places the caret is dragged to, along the whole track. */
const PLACES = 300;

/** How fast a ladder with a long trace is, in the built site, in Chromium. */
export interface LadderSpeed {
  readonly entries: number;
  /** From the first octet of the page to the figure alive and drawn, ms; the median. */
  readonly open: number;
  /** Of that: from the figure's first script to the figure alive and drawn, ms; the median. */
  readonly wake: number;
  /** Frames per second while the caret is dragged from one end to the other: the mean. */
  readonly drag: number;
  /** The same while it goes from event to event by the arrow key. */
  readonly keys: number;
  /** The longest that one frame took in both, ms; of twenty frames nineteen were shorter. */
  readonly slow: number;
}

/** Opens a chapter whose figure has so many entries, and scrubs through it. */
export async function ladderSpeeds(sizes: readonly number[]): Promise<readonly LadderSpeed[]> {
  const site = TESTED_SITES.root;
  if (!isUpToDate(site)) await buildSite(site);
  const served = await serveSite({ folder: site.outDir, base: '/', port: 0 });
  const browser = await launchBrowser();
  const chapter = course.chapters[0] ?? '';
  const html = readFileSync(join(site.outDir, chapter, 'index.html'), 'utf8');
  const speeds: LadderSpeed[] = [];
  try {
    for (const entries of sizes) {
      const body = withLongLadder(html, entries);
      const [, id = ''] = /<figure class="figure ladder-figure" id="([^"]+)"/.exec(body) ?? [];
      // Its figure is in sight from the first moment on: nothing waits for somebody who scrolls.
      const url = new URL(`${chapter}/#${id}`, served.url);
      speeds.push(await speedOf(browser, url, body, entries));
    }
  } finally {
    await browser.close();
    await served.close();
  }
  return speeds;
}

async function speedOf(
  browser: Browser,
  url: URL,
  body: string,
  entries: number,
): Promise<LadderSpeed> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addInitScript(noteWhenReady);
  await context.route(
    ({ pathname }) => pathname === url.pathname,
    (route) => route.fulfill({ body, contentType: 'text/html' }),
  );
  const page = await context.newPage();
  const opened = [];
  for (let n = 0; n < OPENINGS; n += 1) {
    // Without a page between them only the first would be loaded: the others lead to its anchor.
    await page.goto('about:blank');
    await page.goto(url.href);
    await page.waitForFunction(() => performance.getEntriesByName('figure:drawn').length > 0);
    opened.push(await page.evaluate(timesOfOpening));
  }
  const drag = await framesWhile(page, () => dragAlong(page));
  const keys = await framesWhile(page, () => pressAlong(page, Math.min(entries, PLACES)));
  await context.close();
  const perSecond = (frames: readonly number[]) =>
    1_000 / (frames.reduce((sum, ms) => sum + ms, 0) / frames.length);
  return {
    entries,
    open: quantile(
      opened.map(({ open }) => open),
      0.5,
    ),
    wake: quantile(
      opened.map(({ wake }) => wake),
      0.5,
    ),
    ...{ drag: perSecond(drag), keys: perSecond(keys) },
    slow: quantile([...drag, ...keys], 0.95),
  };
}

/** In the page: marks the frame after the figure has come alive. */
function noteWhenReady(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('tcp-ladder[data-ready]') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark('figure:drawn')));
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}

/** In the page: how long it took to open, ms. */
function timesOfOpening(): { open: number; wake: number } {
  const [drawn] = performance.getEntriesByName('figure:drawn');
  const scripts = performance
    .getEntriesByType('resource')
    .filter(({ name }) => /ladder|scrubber/i.test(name) && name.endsWith('.js'));
  const end = drawn?.startTime ?? Number.NaN;
  const first = Math.min(end, ...scripts.map(({ startTime }) => startTime));
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return { open: end - (page?.responseStart ?? 0), wake: end - first };
}

/** How long each frame took while something was done, ms. */
async function framesWhile(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(globalThis, { benchFrames: frames });
    let last = performance.now();
    const frame = (now: number) => {
      frames.push(now - last);
      last = now;
      if ('benchFrames' in globalThis) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await act();
  return page.evaluate(() => {
    const all = globalThis as unknown as { benchFrames?: number[] };
    const frames = all.benchFrames ?? [];
    delete all.benchFrames;
    // The first began before anything was done.
    return frames.slice(1);
  });
}

async function dragAlong(page: Page): Promise<void> {
  const track = await page.getByRole('slider').first().boundingBox();
  if (track === null) throw new Error('The ladder has no track.');
  const y = track.y + track.height / 2;
  await page.mouse.move(track.x + 1, y);
  await page.mouse.down();
  for (let n = 1; n <= PLACES; n += 1) {
    await page.mouse.move(track.x + (n / PLACES) * (track.width - 2), y);
  }
  await page.mouse.up();
}

/** Goes forward so many events, one in each frame. */
async function pressAlong(page: Page, events: number): Promise<void> {
  await page.evaluate(async (count) => {
    const slider = document.querySelector<HTMLElement>('tcp-ladder [role="slider"]');
    const press = (key: string) =>
      slider?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    press('Home');
    for (let n = 0; n < count; n += 1) {
      await new Promise(requestAnimationFrame);
      press('ArrowRight');
    }
  }, events);
}
