import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { axeProblems } from './harness/axe.ts';
import { test } from './harness/test.ts';

const SHEET = '/gallery/routers/';
const GALLERY = { site: 'path' } as const;
/** A change waits for the engine. */
const PATIENT = { timeout: 10_000 };

/** The figure of a scenario in its wide room, awake, with its parts. */
async function figureOf(page: Page, id: string) {
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('tcp-routers[data-ready]').waitFor();
  return {
    figure,
    way: figure.getByRole('slider', { name: t('routers.way') }),
    ttl: figure.getByRole('slider', { name: t('routers.ttl.slider') }),
    nat: figure.getByRole('switch'),
    sentence: figure.locator('.routers-sentence'),
    table: figure.locator('.routers-table table'),
    changed: () => figure.locator('.routers-table tr:has(.changed) th').allInnerTexts(),
    packet: figure.locator('.token.here:visible'),
  };
}

describe('a packet on its way, by keyboard', () => {
  test('goes step by step, with a sentence and a table for each', async ({ visit }) => {
    const { page } = await visit(SHEET, GALLERY);
    const { way, sentence, changed, packet } = await figureOf(page, 'same-syn-three-links-w');
    await way.focus();
    const last = Number(await way.getAttribute('max'));
    const said = new Set([await sentence.innerText()]);
    for (let step = 1; step <= last; step += 1) {
      await page.keyboard.press('ArrowRight');
      said.add(await sentence.innerText());
      expect(await packet.count()).toBe(1);
    }
    expect(said.size).toBe(last + 1);
    await page.keyboard.press('Home');
    expect(await packet.count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await way.getAttribute('aria-valuetext')).toBe(t('routers.place.at', { to: 'R1' }));
    expect(await changed()).toEqual(
      ['source', 'destination', 'ttl', 'checksum'].map((key) => t(`routers.field.${key}`)),
    );
  });

  test('dies where the TTL ends, and ICMP comes back', async ({ visit }) => {
    const { page, watched } = await visit(SHEET, GALLERY);
    const { way, ttl, sentence, packet, figure } = await figureOf(page, 'same-syn-three-links-w');
    const before = watched.requests.length;
    await ttl.focus();
    await page.keyboard.press('Home');
    await expect
      .poll(() => sentence.innerText(), PATIENT)
      .toContain(t('routers.say.end.tells', { node: 'R1' }));
    // The engine came with the change, and not before.
    expect(watched.requests.length).toBeGreaterThan(before);
    expect(await ttl.getAttribute('aria-valuetext')).toBe(t('routers.ttl.short', { n: 1 }));
    expect(await figure.locator('.way:visible .ending').count()).toBe(1);
    await way.focus();
    await page.keyboard.press('End');
    expect(await sentence.innerText()).toContain('SYN-SENT');
    expect(await packet.textContent()).toBe(t('routers.icmp'));
  });

  test('is translated where the NAT is switched on, and back where it comes home', async ({
    visit,
  }) => {
    const { page } = await visit(SHEET, GALLERY);
    const { way, nat, sentence, changed, figure } = await figureOf(page, 'same-syn-three-links-w');
    const list = figure.locator('.routers-now');
    const before = await list.textContent();
    expect(await nat.getAttribute('aria-checked')).toBe('false');
    await nat.press('Enter');
    await expect.poll(() => changed(), PATIENT).toContain(t('routers.field.sourcePort'));
    expect(await nat.getAttribute('aria-checked')).toBe('true');
    expect(await way.getAttribute('aria-valuetext')).toBe(t('routers.place.at', { to: 'R1' }));
    expect(await sentence.innerText()).toContain('192.0.2.1:51437');
    expect(await list.textContent()).not.toBe(before);
    await nat.press('Space');
    await expect.poll(() => changed(), PATIENT).not.toContain(t('routers.field.sourcePort'));
  });

  test('plays by itself, and stops', async ({ visit }) => {
    const { page } = await visit(SHEET, GALLERY);
    const { figure, way } = await figureOf(page, 'ttl-runs-out-w');
    await figure.getByRole('button', { name: t('routers.play') }).press('Enter');
    await expect.poll(() => way.inputValue(), PATIENT).toBe('3');
    await figure.getByRole('button', { name: t('routers.pause') }).press('Enter');
    expect(await figure.getByRole('button', { name: t('routers.play') }).count()).toBe(1);
  });

  test('leaves nothing for axe to find', async ({ visit }) => {
    const { page } = await visit(SHEET, GALLERY);
    const { ttl, changed } = await figureOf(page, 'same-syn-three-links-translated-w');
    await ttl.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => changed(), PATIENT).not.toEqual([]);
    expect(await axeProblems(page)).toEqual([]);
  });
});

describe('without JavaScript', () => {
  test('the whole way stands in the page, with and without the NAT', async ({ visit }) => {
    const { page } = await visit(SHEET, { ...GALLERY, javaScriptEnabled: false });
    const figure = page.locator('#same-syn-three-links-w');
    expect(await figure.locator('.drawing.wide svg').isVisible()).toBe(true);
    expect(await figure.locator('.routers-controls').isVisible()).toBe(false);
    const tables = figure.locator('.routers-text table.fields');
    // There and back, twice.
    expect(await tables.count()).toBe(4);
    expect(await tables.first().isVisible()).toBe(true);
    expect(await figure.locator('.routers-text').innerText()).toContain('192.0.2.1:51437');
    expect(await figure.locator('.routers-text .outcomes tbody tr').count()).toBe(5);
  });
});

describe('as text', () => {
  test('every step has its sentence, and every link its column', async ({ visit }) => {
    const { page } = await visit(SHEET, GALLERY);
    const { figure, way } = await figureOf(page, 'ttl-runs-out-w');
    await figure.locator('.routers-text summary').press('Enter');
    const lines = figure.locator('.routers-now li');
    expect(await lines.count()).toBe(Number(await way.getAttribute('max')) + 1);
    expect(await lines.last().innerText()).toContain('SYN-SENT');
    const heads = figure.locator('.routers-now table').first().locator('thead th');
    expect((await heads.allInnerTexts()).slice(1)).toEqual(['Client to R1', 'R1 to R2']);
  });
});

test('on a telephone the way runs from top to bottom', async ({ visit }) => {
  const { page } = await visit(SHEET, { ...GALLERY, viewport: { width: 390, height: 844 } });
  const { figure } = await figureOf(page, 'same-syn-three-links-n');
  const nodes = figure.locator('.way:visible .node');
  const tops = await nodes.evaluateAll((all) =>
    all.map((node) => node.getBoundingClientRect().top),
  );
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(tops.at(-1)! - tops[0]!).toBeGreaterThan(300);
});
