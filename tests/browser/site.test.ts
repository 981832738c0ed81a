import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { openWorkbench } from '../../src/cli/site/workbench.ts';
import { solution } from './harness/lab.ts';
import { test } from './harness/test.ts';

const CHAPTER = 'handshake/three-way/';

describe.each(['root', 'path'] as const)('the site at its %s', (site) => {
  test('leads from the home page to the chapter, and on to the lab', async ({ visit }) => {
    const { page, url } = await visit('/', { site });
    await page.locator('svg.ship').waitFor();
    await page.getByRole('link', { name: 'The three-way handshake' }).first().click();
    await page.waitForURL(url(CHAPTER));
    await page
      .locator('#lab-listen')
      .getByRole('link', { name: t('lab.own-page') })
      .click();
    await page.waitForURL(url('labs/listen/'));
    const bench = await openWorkbench(page);
    await bench.write(solution);
    expect(await bench.run()).toContain(t('workbench.verdict.passed'));
  });

  test('finds what the chapters say', async ({ visit }) => {
    const { page, url } = await visit(CHAPTER, { site });
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: t('search.label') });
    await dialog.getByRole('searchbox').fill('handshake');
    const hit = dialog.getByRole('link').first();
    await hit.waitFor();
    expect(await hit.getAttribute('href')).toContain(new URL(url(CHAPTER)).pathname);
    await page.keyboard.press('ArrowDown');
    const arrived = page.waitForEvent('load');
    await page.keyboard.press('Enter');
    await arrived;
    expect(page.url()).toContain(url(CHAPTER));
    expect(await dialog.isVisible()).toBe(false);
  });

  test('says so when an address does not exist', async ({ visit }) => {
    const { page, url } = await visit('no/such/sheet/', { site, expected: /404/ });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('No sheet here');
    await page.getByRole('link', { name: 'The front sheet' }).click();
    await page.waitForURL(url('/'));
  });

  test('runs a figure again in the page', async ({ visit }) => {
    const { page } = await visit(CHAPTER, { site });
    const figure = page.locator('#fig-a');
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('tcp-ladder[data-ready]').waitFor();
    await figure.locator('[data-lose="A1"]').press('Enter');
    await expect.poll(() => figure.getByRole('status').innerText()).toContain('SYN');
  });
});

test('the theme can be chosen, and is kept', async ({ visit }) => {
  const { page } = await visit('/', { colorScheme: 'light' });
  const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
  expect(await theme()).toBe('light');
  await page
    .getByRole('button', { name: t('site.theme') })
    .first()
    .click();
  expect(await theme()).toBe('dark');
  await page.reload();
  expect(await theme()).toBe('dark');
});
