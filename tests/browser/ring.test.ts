import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { axeProblems } from './harness/axe.ts';
import { test } from './harness/test.ts';

const SHEET = '/gallery/ring/';
/** Only this site has the gallery. */
const GALLERY = { site: 'path' } as const;

/** The figure whose windows lie over the edge, awake, with its parts. */
async function firstFigure(page: Page, id = '#ring-edge-w') {
  const figure = page.locator(id);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('tcp-ring[data-ready]').waitFor();
  const slider = (handle: string) =>
    figure.getByRole('slider', { name: t(`ring.handle.${handle}`), exact: true });
  const field = (name: string) => figure.locator(`[data-field="${name}"]`).first();
  return {
    figure,
    slider,
    field,
    value: async (name: string) => Number(await field(name).inputValue()),
    refusal: figure.locator('[data-part="spaces"] .ring-refusal'),
    part: (name: string) => figure.locator(`[data-part="${name}"]`),
  };
}

/** Sentences wait until a movement pauses. */
const SOON = { timeout: 5_000 };

/** Drags by so many px. */
async function drag(page: Page, handle: Locator, [dx, dy]: readonly [number, number]) {
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (box === null) throw new Error('The handle cannot be seen.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2);
  await page.mouse.move(x + dx, y + dy);
  await page.mouse.up();
}

describe('the marks of the ring by keyboard', () => {
  test('go by 1, by 1000 and by a window, over the edge too', async ({ visit }) => {
    const { page } = await visit(SHEET, GALLERY);
    const { slider, value } = await firstFigure(page);
    const start = await value('nxt');
    await slider('nxt').focus();
    await page.keyboard.press('ArrowRight');
    expect(await value('nxt')).toBe(start + 1);
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await value('nxt')).toBe(start - 999);
    expect(await slider('nxt').getAttribute('aria-valuetext')).toBe(String(start - 999));
    await slider('carrySnd').focus();
    await page.keyboard.press('PageUp');
    expect(await value('nxt')).toBe((start - 999 + (await value('sndWnd'))) % 2 ** 32);
    await page.keyboard.press('Home');
    expect(await value('una')).toBe(0);
    await page.keyboard.press('ArrowDown');
    expect(await value('una')).toBe(4294967295);
  });

  test('stop where a TCB ends, and say why', async ({ visit }) => {
    const { page } = await visit(SHEET, GALLERY);
    const { slider, value, refusal } = await firstFigure(page);
    await slider('nxt').focus();
    await page.keyboard.press('End');
    const window = ((await value('nxt')) - (await value('una'))) >>> 0;
    expect(window).toBe(await value('sndWnd'));
    expect(await refusal.innerText()).toBe('');
    await page.keyboard.press('ArrowRight');
    expect(await refusal.innerText()).toBe(t('ring.refuse.nxtHigh'));
    await page.keyboard.press('Home');
    expect(await value('nxt')).toBe(await value('una'));
    expect(await refusal.innerText()).toBe('');
  });
});

describe('the marks of the ring by pointer', () => {
  test('are dragged in the lens, and a stream around the ring', async ({ visit }) => {
    const { page } = await visit(SHEET, GALLERY);
    const { slider, value } = await firstFigure(page);
    const before = { nxt: await value('nxt'), una: await value('una') };
    await drag(page, slider('nxt'), [60, 0]);
    const way = ((await value('nxt')) - before.nxt) | 0;
    expect(way).toBeGreaterThan(5_000);
    expect(way).toBeLessThan(20_000);
    expect(await value('una')).toBe(before.una);
    await drag(page, slider('carrySnd'), [80, 40]);
    const carried = ((await value('una')) - before.una) | 0;
    expect(carried).toBeGreaterThan(2 ** 28);
    expect(((await value('nxt')) - (await value('una'))) | 0).toBe(
      ((before.nxt - before.una) | 0) + way,
    );
  });
});

describe('an exact number', () => {
  test('is taken in both spellings, and refused whole with the reason', async ({ visit }) => {
    const { page } = await visit(SHEET, GALLERY);
    const { field, value, refusal, figure } = await firstFigure(page);
    await field('rcvNxt').fill('0x6090ab58');
    await field('rcvNxt').press('Enter');
    expect(await value('rcvNxt')).toBe(0x6090ab58);
    await field('una').fill('17');
    await field('una').press('Enter');
    expect(await refusal.innerText()).toContain(t('ring.refuse.unaHigh'));
    expect(await field('una').getAttribute('aria-invalid')).toBe('true');
    await refusal.getByRole('button', { name: t('ring.carry') }).press('Enter');
    expect(await value('una')).toBe(17);
    await field('nxt').fill('soon');
    await field('nxt').press('Enter');
    expect(await refusal.innerText()).toBe(t('ring.refuse.notSeq'));
    await figure.getByLabel(t('ring.hex')).check();
    expect(await field('una').inputValue()).toBe('0x00000011');
  });
});

describe('a segment over the window', () => {
  test('is judged by the row that fits it', async ({ visit }) => {
    const { page } = await visit(SHEET, GALLERY);
    const { part } = await firstFigure(page);
    const segment = part('segment');
    const says = async (example: string, row: number, verdict: 'yes' | 'no') => {
      await segment.getByRole('button', { name: t(`ring.example.${example}`) }).press('Enter');
      const rows = segment.locator('tbody tr');
      expect(await rows.nth(row).getAttribute('aria-current')).toBe('true');
      await expect
        .poll(() => segment.locator('.ring-sentence').innerText(), SOON)
        .toContain(t(`ring.verdict.${verdict}`));
    };
    await says('straddle', 3, 'yes');
    await says('covers', 3, 'no');
    await says('edge', 1, 'no');
    await says('shut', 0, 'yes');
    await segment.getByLabel(t('ring.bit.fin')).check();
    expect(await segment.locator('tbody tr').nth(2).getAttribute('aria-current')).toBe('true');
  });

  test('is moved by keys and by the pointer', async ({ visit }) => {
    const { page } = await visit(SHEET, GALLERY);
    const { slider, value, part } = await firstFigure(page);
    await slider('segSeq').focus();
    await page.keyboard.press('Home');
    const first = await value('segSeq');
    await expect
      .poll(() => part('segment').locator('.ring-sentence').innerText(), SOON)
      .toContain(t('ring.verdict.no'));
    await page.keyboard.press('ArrowRight');
    expect(await value('segSeq')).toBe(first + 1);
    await expect
      .poll(() => part('segment').locator('.ring-sentence').innerText(), SOON)
      .toContain(t('ring.verdict.yes'));
    await drag(page, slider('segSeq'), [80, 0]);
    expect(await value('segSeq')).toBeGreaterThan(first + 200);
    const text = await value('text');
    await drag(page, slider('segEnd'), [40, 0]);
    expect(await value('text')).toBeGreaterThan(text);
  });
});

test('half a ring apart, each number is before the other', async ({ visit }) => {
  const { page } = await visit(SHEET, GALLERY);
  const { part, slider } = await firstFigure(page);
  const compare = part('compare');
  await compare.getByRole('button', { name: t('ring.compare.toHalf') }).press('Enter');
  const answers = compare.locator('tbody tr');
  expect(await answers.nth(0).innerText()).toContain(t('ring.both'));
  expect(await answers.nth(1).innerText()).toContain(t('ring.both'));
  await slider('own').focus();
  await page.keyboard.press('ArrowLeft');
  expect(await answers.nth(1).innerText()).not.toContain(t('ring.both'));
  await compare.locator('[data-point="b"]').selectOption('rcvNxt');
  await expect
    .poll(() => compare.locator('.ring-sentence').innerText(), SOON)
    .toContain('different streams');
});

test('follows the caret of a ladder', async ({ visit }) => {
  const { page } = await visit(SHEET, GALLERY);
  const ring = await firstFigure(page, '#ring-led-w');
  const caret = page.locator('#ring-ladder-w').getByRole('slider').first();
  await page.locator('#ring-ladder-w tcp-ladder[data-ready]').waitFor();
  await caret.focus();
  await page.keyboard.press('Home');
  // The peer's numbers are not known yet.
  await expect.poll(() => ring.field('rcvNxt').isDisabled(), SOON).toBe(true);
  for (let n = 0; n < 40 && (await ring.field('rcvNxt').isDisabled()); n += 1) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(20);
  }
  expect(await ring.value('una')).toBe(101);
  expect(await ring.value('rcvNxt')).toBe(301);
  expect(await ring.figure.locator('.ring-source').innerText()).toContain('ESTABLISHED');
});

describe('the ring', () => {
  test('stands in the page without JavaScript, in words too', async ({ visit }) => {
    const { page } = await visit(SHEET, { ...GALLERY, javaScriptEnabled: false });
    const figure = page.locator('#ring-edge-w');
    expect(await figure.locator('.drawing.wide svg').count()).toBe(2);
    expect(await figure.getByRole('slider').count()).toBe(0);
    expect(await figure.locator('.ring-desk').first().isVisible()).toBe(false);
    expect(await figure.locator('tbody tr[aria-current]').count()).toBe(1);
    const words = await figure.locator('.ring-text').textContent();
    expect(words).toContain('lies over the edge');
    expect(words).toContain('4294942296');
  });

  test('is read at 390 px, without scrolling sideways', async ({ visit }) => {
    const { page } = await visit(SHEET, {
      ...{ ...GALLERY, viewport: { width: 390, height: 844 }, hasTouch: true },
    });
    const { figure } = await firstFigure(page, '#ring-edge-n');
    expect(await figure.locator('.drawing.narrow').first().isVisible()).toBe(true);
    const [inner, outer] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      innerWidth,
    ]);
    expect(inner).toBeLessThanOrEqual(outer ?? 0);
    const sizes = await figure.locator('.ring text').evaluateAll((texts) =>
      texts.map((text) => {
        const svg = text.closest('svg');
        const scale = (svg?.getBoundingClientRect().width ?? 0) / (svg?.viewBox.baseVal.width ?? 1);
        return scale === 0 ? 99 : Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      }),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  });

  test('has nothing that axe finds wrong', async ({ visit }) => {
    const { page } = await visit(SHEET, GALLERY);
    await firstFigure(page);
    expect(await axeProblems(page)).toEqual([]);
  });
});
