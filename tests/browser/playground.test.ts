import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { axeProblems } from './harness/axe.ts';
import { tabTo } from './harness/bench.ts';
import { finish } from './harness/finished.ts';
import { solution } from './harness/lab.ts';
import { test } from './harness/test.ts';

const PAGE = '/playground/';

const call = (page: Page, name: string, host: 'client' | 'server') =>
  page.getByRole('button', {
    name: t('playground.call.name', { label: name, host: t(`host.${host}`) }),
    exact: true,
  });
const stateOf = (page: Page, side: 'left' | 'right') =>
  page.locator(`.pg-host.${side} .pg-state`).innerText();
const ready = (page: Page) => page.locator('[data-playground][data-ready]').waitFor();
const sentence = (page: Page) => page.locator('.pg-say').innerText();

describe('the playground by keyboard', () => {
  test('opens, catches a SYN and drops it, goes back, and undoes', async ({ visit }) => {
    const { page } = await visit(PAGE);
    await ready(page);
    expect(await stateOf(page, 'right')).toBe('LISTEN');
    const open = call(page, t('playground.call.OPEN'), 'client');
    await tabTo(page, open);
    await page.keyboard.press('Enter');
    expect(await stateOf(page, 'left')).toBe('SYN-SENT');

    const tag = page.locator('.pg-tag button').first();
    await tabTo(page, tag);
    await page.keyboard.press('Enter');
    const drop = page.getByRole('button', { name: t('playground.catch.drop') });
    await expect.poll(() => drop.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.locator('.pg-tag').count()).toBe(0);
    expect(await sentence(page)).toContain('lost');

    await page.getByRole('button', { name: t('ladder.forward') }).press('Enter');
    expect(await page.locator('.pg-time').innerText()).toBe('1.001 s');
    await page.getByRole('button', { name: t('ladder.back') }).press('Enter');
    await page.getByRole('button', { name: t('playground.undo') }).press('Enter');
    expect(await page.locator('.pg-tag').count()).toBe(1);
    await page.getByRole('button', { name: t('playground.start') }).press('Enter');
    expect(await stateOf(page, 'left')).toBe('CLOSED');
  });

  test('forges a segment, turns the clock back on the slider, and does otherwise', async ({
    visit,
  }) => {
    const { page } = await visit(PAGE);
    await ready(page);
    await call(page, t('playground.call.OPEN'), 'client').press('Enter');
    await page.locator('.pg-tag button').first().press('Enter');
    await page.getByRole('button', { name: t('playground.catch.edit') }).press('Enter');
    const seq = page.locator('.pg-edit').getByLabel(t('playground.edit.seq'));
    await seq.fill('777');
    await seq.press('Tab');
    await page.getByRole('button', { name: t('playground.edit.go') }).press('Enter');
    expect(await page.locator('.pg-tag button').innerText()).toContain('seq=777');

    const past = page.getByRole('slider', { name: t('playground.past') });
    await past.press('Home');
    expect(await stateOf(page, 'left')).toBe('CLOSED');
    await past.press('ArrowRight');
    expect(await stateOf(page, 'left')).toBe('SYN-SENT');
    await call(page, t('playground.call.crash'), 'client').press('Enter');
    expect(await page.locator('.pg-note').innerText()).toBe(t('playground.otherwise', { n: 1 }));
    expect(await stateOf(page, 'left')).toBe('CLOSED');
    expect(await page.locator('.pg-tag button').innerText()).toContain('seq=100');
  });

  test('says why something cannot be done', async ({ visit }) => {
    const { page } = await visit(PAGE);
    await ready(page);
    const send = call(page, t('playground.call.SEND', { n: 5 }), 'client');
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    await send.press('Enter');
    expect(await page.locator('.pg-refusal').innerText()).toContain(
      t('playground.why.no connection'),
    );
    expect(await stateOf(page, 'left')).toBe('CLOSED');
  });

  test('plays event by event for readers who want no motion', async ({ visit }) => {
    const { page } = await visit(`${PAGE}#show=syn-sent`);
    await ready(page);
    await page.getByRole('button', { name: t('ladder.play') }).press('Enter');
    await expect.poll(() => stateOf(page, 'right'), { timeout: 10_000 }).toBe('ESTABLISHED');
  });
});

describe('a session in the address', () => {
  test('goes along, and comes back', async ({ visit }) => {
    const { page, url } = await visit(`${PAGE}#show=closing`, { site: 'path' });
    await ready(page);
    expect(await stateOf(page, 'left')).toBe('CLOSING');
    await call(page, t('playground.call.crash'), 'server').click();
    await page.waitForFunction(() => location.hash.startsWith('#p1~'));
    const hash = await page.evaluate(() => location.hash);
    await page.goto(url('/labs/'));
    await page.goto(url(PAGE) + hash);
    await ready(page);
    expect(await stateOf(page, 'left')).toBe('CLOSING');
    expect(await page.locator('.pg-host.right .pg-sockets tbody').innerText()).toContain(
      t('playground.sockets.none'),
    );
  });

  for (const hash of [
    '#p1~d0.o.A.X.669.uv5',
    '#%3Cimg%20src=x%20onerror=alert(1)%3E',
    `#p1~${'d0.x.A~'.repeat(3_000)}`,
    '#p9~n1',
  ]) {
    test(`opens an empty playground with a notice: ${hash.slice(0, 30)}`, async ({ visit }) => {
      const { page } = await visit(PAGE + hash);
      await ready(page);
      expect(await page.getByRole('alert').innerText()).toContain('mpty');
      expect(await page.locator('.pg-host').count()).toBe(2);
      expect(await stateOf(page, 'left')).toBe('CLOSED');
      expect(await page.locator('img[src=x]').count()).toBe(0);
    });
  }
});

test('keeps no margin of running text, whichever sheet comes last', async ({ visit }) => {
  const { page, url } = await visit(PAGE);
  await page.goto(url(`${PAGE}#show=figure-6`));
  await ready(page);
  const sockets = page.locator('.pg-sockets').first();
  await sockets.waitFor();
  expect(await sockets.evaluate((table) => getComputedStyle(table).margin)).toBe('0px');
});

test('what was seen can be taken along', async ({ visit }) => {
  const { page } = await visit(`${PAGE}#show=figure-12`);
  await ready(page);
  const take = async (label: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: label }).click();
    return readFile(await (await download).path());
  };
  expect((await take(t('playground.take.scenario'))).toString()).toContain('satisfies Scenario');
  const capture = await take(t('playground.take.pcapng'));
  expect(capture.readUInt32BE(0)).toBe(0x0a0d0d0a);
  const script = await take(t('playground.take.pkt', { host: t('host.server') }));
  expect(script.toString()).toContain('listen(3');
});

test('runs the planks of a reader who has finished some', async ({ visit }) => {
  const { page } = await visit(PAGE);
  await ready(page);
  const mine = page.getByLabel(t('playground.mine.of', { host: t('host.server') }));
  expect(await mine.isDisabled()).toBe(true);
  await finish(page, { listen: solution });
  await ready(page);
  await mine.check();
  await call(page, t('playground.call.OPEN'), 'client').click();
  for (let i = 0; i < 3; i += 1) {
    await page.getByRole('button', { name: t('ladder.forward') }).click();
  }
  await page.getByText(t('ship.figure.same')).waitFor({ timeout: 20_000 });
  expect(await stateOf(page, 'left')).toBe('ESTABLISHED');
  expect(await page.locator('.ladder .lane.mine').count()).toBeGreaterThan(0);
});

describe.each(['light', 'dark'] as const)('axe, %s', (colorScheme) => {
  test('finds nothing, wide and narrow, with a segment in hand', async ({ visit }) => {
    const { page } = await visit(`${PAGE}#show=nat`, { colorScheme });
    await ready(page);
    expect(await axeProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: t('playground.start') }).click();
    await page.getByRole('button', { name: t('ladder.forward') }).click();
    await page.locator('.pg-tag button').first().click();
    await page.getByRole('button', { name: t('playground.catch.edit') }).click();
    // What is just scrolled under the head of the site is no small target.
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    expect(await axeProblems(page), 'narrow').toEqual([]);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
  });
});

test('says without scripts what it would do, and tells the figures of the RFC', async ({
  visit,
}) => {
  const { page } = await visit(PAGE, { javaScriptEnabled: false });
  const text = await page.locator('main').innerText();
  expect(text).toContain(t('playground.no-script'));
  for (const n of [6, 7, 8, 9, 10, 11, 12, 13]) {
    expect(text).toContain(t(`playground.preset.figure-${n}`));
  }
});
