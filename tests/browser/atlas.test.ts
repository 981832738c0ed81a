import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';
import { STATES } from '#tcp/state.ts';

import { axeProblems } from './harness/axe.ts';
import { test } from './harness/test.ts';

const PHONE = { width: 390, height: 844 };
const pageOf = (state: string) => `/states/${state.toLowerCase()}/`;
const PAGES = ['/states/', '/states/compare/', '/states/poster/', ...STATES.map(pageOf)];

const beyond = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** How many pages a PDF has. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

describe.each(PAGES)('%s', (path) => {
  test('has nothing that axe minds, wide and narrow, and fits a telephone', async ({ visit }) => {
    const { page } = await visit(path, { colorScheme: 'dark' });
    expect(await axeProblems(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await axeProblems(page), 'narrow').toEqual([]);
    expect(await beyond(page)).toBe(0);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await beyond(page), '320 px').toBe(0);
  });
});

describe.each(['root', 'path'] as const)('the atlas at the site’s %s', (site) => {
  test('is walked from state to state, each once', async ({ visit }) => {
    const { page, url } = await visit(pageOf('CLOSED'), { site });
    for (const [i, state] of STATES.entries()) {
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(state);
      const next = page.locator('nav.turn a[rel="next"]');
      const following = STATES[i + 1];
      if (following === undefined) {
        expect(await next.count()).toBe(0);
        break;
      }
      await next.click();
      await page.waitForURL(url(pageOf(following)));
    }
  });

  test('is reached from where a chapter names a state', async ({ visit }) => {
    const { page, url } = await visit('/handshake/three-way/', { site });
    const mention = page.locator('main p > a.state', { hasText: 'SYN-RECEIVED' }).first();
    await mention.hover();
    const tip = page.getByRole('tooltip');
    await tip.waitFor();
    expect(await tip.innerText()).toContain('SYN-RECV');
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
    await mention.click();
    await page.waitForURL(url(pageOf('SYN-RECEIVED')));
  });
});

describe('a mention of a state', () => {
  test('is plain in headings, buttons and links, and on the state’s own page', async ({
    visit,
  }) => {
    const { page } = await visit(pageOf('TIME-WAIT'));
    expect(await page.locator('main a.state[href$="/states/time-wait/"]').count()).toBe(0);
    expect(await page.locator('main a.state').count()).toBeGreaterThan(10);
    expect(await page.locator(':is(h1, h2, h3, button, label, summary) a.state').count()).toBe(0);
  });

  test('leads on from a lab’s text as well', async ({ visit }) => {
    const { page } = await visit('/labs/syn-received/');
    const links = page.locator('.wb-brief a.state, main a.state');
    expect(await links.count()).toBeGreaterThan(3);
  });

  test('leads on from the state diagram', async ({ visit }) => {
    const { page } = await visit('/states/');
    const figure = page.locator('.states-figure');
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('tcp-states[data-ready]').waitFor();
    await figure.locator('.wide .node[data-state="CLOSING"]').click();
    const link = figure.locator('.picked-said a');
    expect(await link.getAttribute('href')).toContain('/states/closing/');
  });
});

test('without scripts a page says all that it has to say', async ({ visit }) => {
  const { page } = await visit(pageOf('CLOSE-WAIT'), { javaScriptEnabled: false });
  expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(8);
  const way = page.locator('#way-established-close-wait');
  expect(await way.locator('.rule > a').isVisible()).toBe(true);
  const ladder = way.locator('details');
  expect(await ladder.getByRole('img').isVisible()).toBe(false);
  await ladder.locator('summary').click();
  expect(await ladder.getByRole('img').isVisible()).toBe(true);
  expect(await ladder.getByRole('listitem').count()).toBeGreaterThan(5);
  await page
    .locator('#where svg')
    .locator('visible=true')
    .getByRole('link', { name: 'LAST-ACK' })
    .click();
  await page.waitForURL(/\/states\/last-ack\/$/);
});

test('every way of a page unfolds into a ladder that fits, on a telephone too', async ({
  visit,
}) => {
  const { page } = await visit(pageOf('FIN-WAIT-1'), { viewport: { width: 320, height: 640 } });
  const ways = page.locator('.ways details');
  for (const way of await ways.all()) await way.locator('summary').click();
  expect(await beyond(page)).toBe(0);
  expect(await axeProblems(page)).toEqual([]);
});

test('the search finds a state by the name that a tool gives it', async ({ visit }) => {
  const { page } = await visit('/');
  for (const [word, state] of [
    ['CLOSE-WAIT', 'CLOSE-WAIT'],
    ['SYN_RECV', 'SYN-RECEIVED'],
  ] as const) {
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: t('search.label') });
    await dialog.getByRole('searchbox').fill(word);
    await dialog
      .locator(`a[href*="${pageOf(state)}"]`)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  }
});

test('on a telephone the comparison names its columns in each row', async ({ visit }) => {
  const { page } = await visit('/states/compare/', { viewport: PHONE });
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'CLOSE-WAIT' }) });
  expect(await row.first().innerText()).toContain(t('atlas.col.waits'));
  expect(await page.getByRole('columnheader').count()).toBeGreaterThan(6);
});

describe('the poster', () => {
  test('stands on one page of A4, A3 and Letter, and of the size that it asks for', async ({
    visit,
  }) => {
    const { page } = await visit('/states/poster/', { colorScheme: 'dark' });
    for (const options of [
      { preferCSSPageSize: true },
      { format: 'A4', landscape: true },
      { format: 'A3', landscape: true },
      { format: 'Letter', landscape: true },
    ]) {
      expect(pagesOf(await page.pdf(options)), JSON.stringify(options)).toBe(1);
    }
  });

  test('is dark on white, and has every state in its diagram and its table', async ({ visit }) => {
    const { page } = await visit('/states/poster/', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const ink = await page
      .locator('.poster td')
      .first()
      .evaluate((cell) => getComputedStyle(cell).color);
    expect(ink).toBe('rgb(20, 38, 59)');
    for (const state of STATES) {
      expect(await page.locator(`.poster .node[data-state="${state}"]`).first().isVisible()).toBe(
        true,
      );
      expect(await page.locator('.poster tbody th', { hasText: state }).first().isVisible()).toBe(
        true,
      );
    }
    for (const hidden of ['.top', '.poster-links', '.ft']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
  });
});
