import type { Browser, Page, Response } from 'playwright-core';
import { gzipSync } from 'node:zlib';

import { launchBrowser } from '../site/browser.ts';
import { serveSite } from '../site/server.ts';
import { atOnce } from './at-once.ts';
import { readToTheEnd } from './bytes.ts';
import { closureOf } from './closure.ts';

/** A rule that only the engine follows: where it stands, the engine is. */
const ENGINE = 'RFC6298/5.1';
/** The figures that come alive, by their elements. */
const KINDS = ['ladder', 'states', 'bytes', 'ring', 'routers'] as const;
const INLINE = /<script\b(?![^>]*\bsrc=)[^>]*\btype=["']?module[^>]*>([\s\S]*?)<\/script>/g;

export interface FigureBytes {
  readonly path: string;
  /** Figures that come alive. */
  readonly figures: number;
  /** JavaScript of each kind of figure that the page has, up to the end of a scrub through each ladder. */
  readonly kinds: readonly { readonly kind: string; readonly js: number }[];
  /** What the first change adds that a reader makes: engine, network, scenario. */
  readonly engine: number;
  /** Scripts that hold the engine and came before any change; there must be none. */
  readonly early: readonly string[];
}

/** Opens each chapter, scrubs through its figures, then loses a segment in the first. */
export async function measureFigures(
  folder: string,
  paths: readonly string[],
): Promise<readonly FigureBytes[]> {
  const served = await serveSite({ folder, base: '/', port: 0 });
  const browser = await launchBrowser();
  try {
    return await atOnce(paths, (path) => measureOne(browser, served.origin, path));
  } finally {
    await browser.close();
    await served.close();
  }
}

async function measureOne(browser: Browser, origin: string, path: string): Promise<FigureBytes> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) responses.push(response);
  });
  const document = await page.goto(origin + path, { waitUntil: 'networkidle' });
  await readToTheEnd(page);
  await page.waitForLoadState('networkidle');
  const before = await textsOf(responses.splice(0));
  const inline = [...((await document?.text()) ?? '').matchAll(INLINE)].map(
    ([, code = ''], i) => [`${origin}${path}#${i}`, code] as const,
  );
  const sources = new Map([...before, ...inline]);
  const kinds = KINDS.map((kind) => ({ kind, js: sizeOf(scriptsOf(kind, sources)) }));
  const figures = await aliveOn(page);
  await change(page);
  const after = await textsOf(responses);
  await context.close();
  return {
    ...{ path, figures },
    kinds: kinds.filter(({ js }) => js > 0),
    engine: sizeOf([...after.values()]),
    early: [...before].filter(([, code]) => code.includes(ENGINE)).map(([url]) => url),
  };
}

/** The scripts that make a kind of figure come alive, as text. */
function scriptsOf(kind: string, sources: ReadonlyMap<string, string>): readonly string[] {
  const definition = new RegExp(`customElements\\.define\\(\\s*["'\`]tcp-${kind}["'\`]`);
  const roots = [...sources].filter(([, code]) => definition.test(code)).map(([url]) => url);
  return [...closureOf(roots, sources)].map((url) => sources.get(url) ?? '');
}

async function aliveOn(page: Page): Promise<number> {
  return page.locator(`:is(${KINDS.map((kind) => `tcp-${kind}`).join()})`).count();
}

/** Loses a segment in the first ladder, if there is one, and waits until the figure says what came of it. */
async function change(page: Page): Promise<void> {
  const figure = page.locator('tcp-ladder').first();
  if ((await figure.count()) === 0) return;
  await figure.locator('[data-lose]').first().press('Enter');
  await figure.getByRole('status').filter({ hasText: /./ }).first().waitFor();
  await page.waitForLoadState('networkidle');
}

async function textsOf(responses: readonly Response[]): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(
    responses.map(async (response) => [response.url(), await response.text()] as const),
  );
  return new Map(texts);
}

function sizeOf(scripts: readonly string[]): number {
  return scripts.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);
}
