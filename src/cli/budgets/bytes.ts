import type { Browser, Page, Response } from 'playwright-core';
import { gzipSync } from 'node:zlib';

import { launchBrowser } from '../site/browser.ts';
import { serveSite } from '../site/server.ts';
import { atOnce } from './at-once.ts';

export interface PageBytes {
  readonly path: string;
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly fonts: number;
  /** Images and whatever else. */
  readonly other: number;
  readonly requests: number;
  /** Requests that belong to the editor; there must be none. */
  readonly editor: readonly string[];
}

type Kind = 'html' | 'css' | 'js' | 'fonts' | 'other';

/** Opens each page, scrubs through its figures, and counts everything the browser asked for. */
export async function measure(
  folder: string,
  paths: readonly string[],
): Promise<readonly PageBytes[]> {
  const served = await serveSite({ folder, base: '/', port: 0 });
  const browser = await launchBrowser();
  try {
    return await atOnce(paths, (path) => measureOne(browser, served.origin, path));
  } finally {
    await browser.close();
    await served.close();
  }
}

async function measureOne(browser: Browser, origin: string, path: string): Promise<PageBytes> {
  // A fresh context has an empty cache, and a service worker of ours would hide requests.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  await readToTheEnd(page);
  await page.waitForLoadState('networkidle');
  const bytes = await count(path, responses);
  await context.close();
  return bytes;
}

/**
 * Scrolls down the page and walks through every ladder from its first moment to its last. The sliders
 * of other figures change what is played: with them the engine comes, which has a limit of its own.
 */
export async function readToTheEnd(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 500) {
    await page.mouse.wheel(0, 500);
    await page.waitForTimeout(20);
  }
  for (const slider of await page.locator('tcp-ladder [role="slider"]').all()) {
    await slider.focus();
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End']) await page.keyboard.press(key);
  }
  await page.waitForTimeout(300);
}

async function count(path: string, responses: readonly Response[]): Promise<PageBytes> {
  const sizes: Record<Kind, number> = { html: 0, css: 0, js: 0, fonts: 0, other: 0 };
  const bodies = await Promise.all(
    responses.map(async (response) => ({ response, body: await response.body() })),
  );
  for (const { response, body } of bodies) {
    const kind = kindOf(response);
    sizes[kind] += kind === 'fonts' ? body.length : gzipSync(body, { level: 9 }).length;
  }
  const urls = responses.map((response) => new URL(response.url()).pathname);
  return { path, ...sizes, requests: urls.length, editor: urls.filter(isEditor) };
}

function kindOf(response: Response): Kind {
  const type = response.headers()['content-type'] ?? '';
  if (type.includes('html')) return 'html';
  if (type.includes('css')) return 'css';
  if (type.includes('javascript')) return 'js';
  return /font|woff/.test(type) ? 'fonts' : 'other';
}

function isEditor(url: string): boolean {
  return /monaco|editor[.-]|ts[.]worker|tsMode|codicon/i.test(url);
}
