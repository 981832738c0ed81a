import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { KINDS } from '#course/gallery/kinds.ts';

import { axeProblems } from './harness/axe.ts';
import { test } from './harness/test.ts';

const SHEETS = Object.keys(KINDS).flatMap((kind) =>
  [1280, 390].flatMap((width) =>
    (['light', 'dark'] as const).map((theme) => [kind, width, theme] as const),
  ),
);

/** What is wider than the room that it was given: boxes of figures, and the page itself. */
function tooWide(): readonly string[] {
  const rooms = [document.documentElement, ...document.querySelectorAll('.pair > div')];
  return rooms
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    .map((room) => {
      const { scrollWidth, clientWidth } = room;
      const title = room.closest('section')?.querySelector('h2')?.textContent ?? 'the page';
      return `${title}: ${scrollWidth} px in ${clientWidth} px`;
    });
}

/** Texts that are written smaller than 11 px as they stand on the screen. */
function tooSmall(): readonly string[] {
  const small = new Set<string>();
  for (const element of document.querySelectorAll('.pair *')) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const text = own.map((node) => node.textContent?.trim() ?? '').join('');
    const { width, height } = element.getBoundingClientRect();
    // What is not shown, and what only a screen reader is told, has no size.
    if (text === '' || width <= 1 || height <= 1) continue;
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
    const scale = matrix === null ? 1 : Math.hypot(matrix.a, matrix.b);
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < 10.95) {
      const title = element.closest('section')?.querySelector('h2')?.textContent ?? '';
      small.add(`${title}: “${text.slice(0, 30)}” at ${size.toFixed(1)} px`);
    }
  }
  return [...small];
}

/** Scrolls down the page, so that every figure on it wakes. */
async function wakeAll(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 700) {
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
    await page.waitForTimeout(15);
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.waitForLoadState('networkidle');
}

describe('the gallery of figures', () => {
  test.for(SHEETS)(
    '%s at %i px, %s',
    { timeout: 180_000 },
    async ([kind, width, theme], { visit }) => {
      const { page } = await visit(`/gallery/${kind}/`, {
        ...{ site: 'path', viewport: { width, height: 900 }, colorScheme: theme },
      });
      await wakeAll(page);
      expect(await page.evaluate(tooWide)).toEqual([]);
      expect(await page.evaluate(tooSmall)).toEqual([]);
      expect(await axeProblems(page)).toEqual([]);
    },
  );

  test('has a sheet for each kind, and the published site has none of it', async ({ visit }) => {
    const { page } = await visit('/gallery/', { site: 'path' });
    for (const title of Object.values(KINDS)) {
      expect(await page.getByRole('link', { name: title, exact: true }).count()).toBe(1);
    }
    const expected = /404/;
    const published = await visit('/gallery/', { expected });
    expect(await published.page.title()).not.toContain('Gallery');
  });
});
