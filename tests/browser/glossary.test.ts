import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { axeProblems } from './harness/axe.ts';
import { test } from './harness/test.ts';

const ERRATA = '/errata/';
const PHONE = { width: 390, height: 844 };

/** The first use of a term on a page, and the definition that it shows. */
const parts = (page: Page) => ({
  word: page.locator('a.term[href$="#four-tuple"]').first(),
  tip: page.locator('.term-tip'),
});

/** How far the page is wider than the window. */
const beyond = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('a word of the subject', () => {
  test('is explained while a pointer rests on it, or on what explains it', async ({ visit }) => {
    const { page } = await visit(ERRATA);
    const { word, tip } = parts(page);
    await word.hover();
    await tip.waitFor();
    expect(await tip.innerText()).toMatch(/four-tuple[\s\S]*四元组[\s\S]*pair of sockets/);
    const box = await tip.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20, { steps: 4 });
    await page.waitForTimeout(500);
    expect(await tip.isVisible(), 'with the pointer on it').toBe(true);
    await page.mouse.move(2, 300);
    await tip.waitFor({ state: 'hidden' });
    expect(await word.getAttribute('aria-describedby')).toBeNull();
  });

  test('is explained to a pointer that was there before the script', async ({ visit }) => {
    const { page } = await visit(ERRATA);
    const { word, tip } = parts(page);
    let deliver = () => {};
    const hovered = new Promise<void>((resolve) => (deliver = resolve));
    await page.route(/show-terms\.[^/]*js$/, async (route) => {
      await hovered;
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    await word.hover();
    expect(await tip.count(), 'the script has not come yet').toBe(0);
    deliver();
    await tip.waitFor();
  });

  test('is explained while it has the focus, until Escape', async ({ visit }) => {
    const { page } = await visit(ERRATA);
    const { word, tip } = parts(page);
    await word.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await tip.waitFor();
    expect(await word.getAttribute('aria-describedby')).toBe(await tip.getAttribute('id'));
    expect(await tip.getAttribute('role')).toBe('tooltip');
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
    expect(await word.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await tip.waitFor();
    await page.keyboard.press('Tab');
    await tip.waitFor({ state: 'hidden' });
  });

  test('is explained at the first tap, and left at the second', async ({ visit }) => {
    const { page } = await visit(ERRATA, { viewport: PHONE, hasTouch: true, isMobile: true });
    const { word, tip } = parts(page);
    await word.tap();
    await tip.waitFor();
    expect(new URL(page.url()).pathname).toBe(ERRATA);
    expect(await tip.innerText()).toContain(t('glossary.tap-again'));
    const box = await tip.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(PHONE.width);
    expect(await beyond(page)).toBe(0);
    await word.tap();
    await page.waitForURL(/\/glossary\/#four-tuple$/);
  });

  test('at any place of the window keeps its definition inside it', async ({ visit }) => {
    const { page } = await visit(ERRATA, { viewport: { width: 320, height: 480 } });
    const { tip } = parts(page);
    for (const word of (await page.locator('a.term').all()).slice(0, 12)) {
      await word.hover();
      await tip.waitFor();
      const box = await tip.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
      await page.keyboard.press('Escape');
      await page.mouse.move(1, 1);
    }
  });

  test('is explained under a base path too', async ({ visit }) => {
    const { page } = await visit(ERRATA, { site: 'path' });
    const { word, tip } = parts(page);
    await word.hover();
    await tip.waitFor();
    expect(await tip.innerText()).toContain('四元组');
    const state = page.locator('main a.state.term', { hasText: 'TIME-WAIT' }).first();
    await state.hover();
    await page.getByRole('tooltip').filter({ hasText: 'TIME_WAIT' }).waitFor();
  });

  test('whose definition does not come is a link, for a finger too', async ({ visit }) => {
    const { page } = await visit(ERRATA, {
      ...{ viewport: PHONE, hasTouch: true, isMobile: true },
      expected: /tips\.json|ERR_FAILED/,
    });
    await page.route('**/tips.json', (route) => route.abort());
    const { word } = parts(page);
    await word.tap();
    await page.waitForURL(/\/glossary\/#four-tuple$/);
  });

  test('without JavaScript is a link, under a base path too', async ({ visit }) => {
    const { page, url } = await visit(ERRATA, { javaScriptEnabled: false, site: 'path' });
    const { word, tip } = parts(page);
    expect(await tip.count()).toBe(0);
    await word.click();
    await page.waitForURL(url('/glossary/#four-tuple'));
    expect(await page.locator('#four-tuple').isVisible()).toBe(true);
  });

  test('on paper is a word like any other', async ({ visit }) => {
    const { page } = await visit(ERRATA);
    const { word } = parts(page);
    await page.emulateMedia({ media: 'print' });
    expect(await word.evaluate((node) => getComputedStyle(node).textDecorationLine)).toBe('none');
  });
});

describe('the glossary', () => {
  const shown = (page: Page) => page.locator('.entry:not([hidden])');
  const box = (page: Page) => page.getByRole('searchbox', { name: t('glossary.filter') });

  test('leaves only the terms that hold what is typed', async ({ visit }) => {
    const { page } = await visit('/glossary/');
    const all = await shown(page).count();
    expect(all).toBeGreaterThanOrEqual(90);
    await box(page).fill('time_wait');
    const some = await shown(page).count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(await page.locator('#tw-assassination').isVisible()).toBe(true);
    await box(page).fill('序列号');
    expect(await page.locator('#isn').isVisible()).toBe(true);
    await box(page).fill('no such word');
    expect(await shown(page).count()).toBe(0);
    expect(await page.getByRole('status').innerText()).toBe(t('glossary.found.none'));
    await box(page).fill('');
    expect(await shown(page).count()).toBe(all);
  });

  test('shows an entry that is filtered away when a link leads to it', async ({ visit }) => {
    const { page } = await visit('/glossary/');
    await box(page).fill('half-open');
    await page.locator('#half-open .more a', { hasText: 'keepalive' }).click();
    await page.locator('#keepalive').waitFor();
    expect(await box(page).inputValue()).toBe('');
  });

  test('without JavaScript has every entry and no box', async ({ visit }) => {
    const { page } = await visit('/glossary/', { javaScriptEnabled: false });
    expect(await shown(page).count()).toBeGreaterThanOrEqual(90);
    expect(await page.locator('term-filter').isVisible()).toBe(false);
    expect(await page.locator('#states ~ table tbody tr').count()).toBe(11);
  });
});

describe('the course map', () => {
  test('without JavaScript has the drawing, the times and the list', async ({ visit }) => {
    const { page } = await visit('/map/', { javaScriptEnabled: false });
    expect(await page.locator('svg.course-map.wide').isVisible()).toBe(true);
    expect(await page.locator('svg.course-map.narrow').isVisible()).toBe(false);
    expect(await page.locator('svg.wide a.chapter').count()).toBe(
      await page.locator('.lab-chapter > [data-chapter]').count(),
    );
    expect(await page.locator('svg.wide a.lab').count()).toBe(
      await page.locator('.plank-row').count(),
    );
    await page.setViewportSize(PHONE);
    expect(await page.locator('svg.course-map.narrow').isVisible()).toBe(true);
    expect(await beyond(page)).toBe(0);
  });

  test('says what is read, laid and answered, and where to go on', async ({ visit }) => {
    const { page } = await visit('/map/');
    const next = () => page.locator('.to-read p:visible').innerText();
    const first = await next();
    await page.evaluate(() => {
      const name = document.querySelector<HTMLElement>('.lab-chapter > [data-chapter]');
      const chapter = name?.dataset['chapter'] ?? '';
      localStorage.setItem('tcp:/:read', JSON.stringify([chapter]));
      localStorage.setItem('tcp:/:planks', JSON.stringify({ router: '2026-01-01T00:00:00.000Z' }));
      const result = { right: true, at: '2026-01-01T00:00:00.000Z', box: 0 };
      localStorage.setItem(
        'tcp:/:exercises',
        JSON.stringify({ [`${chapter}#one`]: { ...result, since: result.at } }),
      );
    });
    await page.reload();
    expect(await page.locator('.lab-chapter .read').first().innerText()).toContain(t('site.read'));
    expect(await next()).not.toBe(first);
    expect(await page.locator('.to-lay p:visible').innerText()).not.toContain(' 1,');
    expect(await page.locator('svg.wide a.lab[data-plank="laid"] .tick').isVisible()).toBe(true);
    expect(await page.locator('[data-exercises-of]').first().innerText()).toMatch(/^1 of \d+/);
  });
});

describe.each(['light', 'dark'] as const)('axe, %s', (colorScheme) => {
  for (const path of ['/glossary/', '/map/', ERRATA]) {
    test(`finds nothing on ${path}, wide and narrow`, async ({ visit }) => {
      const { page } = await visit(path, { colorScheme });
      expect(await axeProblems(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await axeProblems(page), 'narrow').toEqual([]);
      expect(await beyond(page)).toBe(0);
    });
  }
});
