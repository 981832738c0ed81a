import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { openWorkbench } from '../../src/cli/site/workbench.ts';
import { axeProblems } from './harness/axe.ts';
import { test } from './harness/test.ts';

const PAGES = [
  '/',
  '/ground/road/',
  '/handshake/three-way/',
  '/waiting/time-wait-in-production/',
  '/operating/every-state/',
  '/errata/',
  '/labs/',
  '/labs/listen/',
  '/review/',
  '/your-work/',
  '/licences/',
  '/404.html',
];

const PHONE = { width: 390, height: 844 };

describe.each(['light', 'dark'] as const)('axe, %s', (colorScheme) => {
  for (const path of PAGES) {
    test(`finds nothing on ${path}, wide and narrow`, async ({ visit }) => {
      const { page } = await visit(path, { colorScheme });
      expect(await axeProblems(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await axeProblems(page), 'narrow').toEqual([]);
    });
  }

  test('finds nothing in the open workbench after a failed run', async ({ visit }) => {
    const { page } = await visit('/labs/listen/', { colorScheme });
    const bench = await openWorkbench(page);
    await bench.run();
    expect(await axeProblems(page)).toEqual([]);
  });
});

describe('on a telephone', () => {
  const beyond = (page: Page) =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );

  for (const path of PAGES) {
    test(`${path} is no wider than the window`, async ({ visit }) => {
      const { page } = await visit(path, { viewport: PHONE, hasTouch: true, isMobile: true });
      expect(await beyond(page)).toBe(0);
    });
  }

  for (const lab of ['ring', 'syn-received']) {
    test(`a failure of ${lab} fits into 320 px`, async ({ visit }) => {
      const { page } = await visit(`/labs/${lab}/`, { viewport: { width: 320, height: 700 } });
      const bench = await openWorkbench(page);
      await bench.run();
      await bench.results.locator('.wb-failure').waitFor();
      expect(await beyond(page)).toBe(0);
    });
  }

  test('the open workbench is no wider than the window', async ({ visit }) => {
    const { page } = await visit('/labs/listen/', { viewport: PHONE });
    const bench = await openWorkbench(page);
    expect(await beyond(page)).toBe(0);
    await bench.run();
    expect(await beyond(page)).toBe(0);
  });
});

describe('on paper', () => {
  test('a lab has its name, its code and what came of it, and no buttons', async ({ visit }) => {
    const { page } = await visit('/labs/listen/', { viewport: { width: 794, height: 1100 } });
    const bench = await openWorkbench(page);
    await bench.run();
    await page.emulateMedia({ media: 'print' });
    for (const shown of ['.wb-title', '.wb-brief', '.wb-editor', '.wb-failure']) {
      expect(await bench.root.locator(shown).isVisible(), shown).toBe(true);
    }
    for (const hidden of ['.wb-actions', '.wb-kinds', '.wb-hints', '.wb-buttons']) {
      expect(await bench.root.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
  });

  test('code is dark on white, whatever the theme', async ({ visit }) => {
    const { page } = await visit('/handshake/three-way/', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const code = page.locator('.expressive-code .ec-line span').first();
    const colour = await code.evaluate((span) => getComputedStyle(span).color);
    expect(colour).toBe('rgb(20, 38, 59)');
  });
});

test('the first stop of the keyboard leads to the content', async ({ visit }) => {
  const { page } = await visit('/handshake/three-way/');
  await page.keyboard.press('Tab');
  const href = await page.evaluate(() => document.activeElement?.getAttribute('href'));
  expect(href).toMatch(/^#/);
});
