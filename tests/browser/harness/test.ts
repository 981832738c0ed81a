import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect, inject, test as base } from 'vitest';

import { launchBrowser } from '../../../src/cli/site/browser.ts';
import type { Sites } from '../global-setup.ts';
import { watch, type Watched } from './watch.ts';

export interface VisitOptions extends BrowserContextOptions {
  /** Which of the two built sites; the one at the root of its server unless told otherwise. */
  readonly site?: keyof Sites;
  /** Messages of the console that the test provokes itself. */
  readonly expected?: RegExp;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything the page asked for and complained about so far. */
  readonly watched: Watched;
  /** The address of another page of the same site, given from its root. */
  url(path: string): string;
}

export type OpenPage = (path: string, options?: VisitOptions) => Promise<Visit>;

interface Fixtures {
  /** Opens a page of the built site in a fresh profile. */
  visit: OpenPage;
}

let browser: Browser | undefined;

/**
 * A test of the built site. After each test every page that it visited must have kept the
 * promises that hold everywhere: no error in the console, nothing refused by the
 * Content-Security-Policy, no request that failed or left the site.
 */
export const test = base.extend<Fixtures>({
  visit: async ({}, use) => {
    browser ??= await launchBrowser();
    const open: { visit: Visit; expected: RegExp | undefined }[] = [];
    await use(async (path, { site = 'root', expected, ...options } = {}) => {
      const visit = await openPage(await newContext(options), inject('sites')[site]);
      open.push({ visit, expected });
      await visit.page.goto(visit.url(path));
      return visit;
    });
    for (const { visit, expected } of open) {
      await close(visit.context);
      expect(visit.watched.problems(expected), 'what pages may never do').toEqual([]);
    }
  },
});

afterAll(async () => {
  await browser?.close();
  browser = undefined;
});

/** Closes a profile. With a navigation under way Chromium may never finish that by itself. */
async function close(context: BrowserContext): Promise<void> {
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), 10_000));
  const end = await Promise.race([context.close(), late]);
  expect(end, 'a page is still on its way to another: wait for it').not.toBe('late');
}

async function newContext(options: BrowserContextOptions): Promise<BrowserContext> {
  if (browser === undefined) throw new Error('The browser has not been started.');
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  return context;
}

async function openPage(context: BrowserContext, siteUrl: string): Promise<Visit> {
  const page = await context.newPage();
  const watched = watch(page, siteUrl);
  return { page, context, watched, url: (path) => siteUrl + path.replace(/^\//, '') };
}
