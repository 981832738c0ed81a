import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { test } from './harness/test.ts';
import { wordsBefore } from './harness/words.ts';

const CHAPTER = '/handshake/three-way/';

/** The chapter's first figure, awake, with its parts. */
async function firstFigure(page: Page) {
  const figure = page.locator('#fig-a');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('tcp-ladder[data-ready]').waitFor();
  const slider = figure.getByRole('slider');
  return {
    figure,
    slider,
    drawing: figure.getByRole('img').locator('visible=true'),
    list: figure.locator('.ladder-text ol'),
    status: figure.getByRole('status'),
    sentence: figure.locator('.ladder-sentence'),
    now: async () => Number(await slider.getAttribute('aria-valuenow')),
    limits: async () => ({
      start: Number(await slider.getAttribute('aria-valuemin')),
      end: Number(await slider.getAttribute('aria-valuemax')),
    }),
  };
}

describe('a figure by keyboard', () => {
  test('Home, arrows and End walk from event to event', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const { slider, now, limits, sentence } = await firstFigure(page);
    const { start, end } = await limits();
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await now()).toBe(start);
    const said = new Set([await sentence.innerText()]);
    const times = [start];
    while ((await now()) < end && times.length < 50) {
      await page.keyboard.press('ArrowRight');
      times.push(await now());
      said.add(await sentence.innerText());
    }
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBe(end);
    expect(times.length).toBeGreaterThan(3);
    expect(said.size).toBeGreaterThan(3);
    await page.keyboard.press('ArrowLeft');
    expect(await now()).toBe(times.at(-2));
    await page.keyboard.press('End');
    expect(await now()).toBe(end);
  });

  test('the space bar plays to the end, and pauses', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const { figure, slider, now, limits } = await firstFigure(page);
    const { end } = await limits();
    await slider.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await figure.getByRole('button', { name: t('ladder.pause') }).waitFor();
    await page.keyboard.press('Space');
    await figure.getByRole('button', { name: t('ladder.play') }).waitFor();
    await page.keyboard.press('Space');
    await expect.poll(now, { timeout: 20_000 }).toBe(end);
  });

  test('the drawing follows: what lies ahead is not inked', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const { slider, drawing } = await firstFigure(page);
    const whole = await drawing.innerHTML();
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await drawing.innerHTML()).not.toBe(whole);
  });
});

describe('a segment that is lost', () => {
  const press = (figure: Locator, name: string) =>
    figure.locator(`[data-lose="${name}"]`).press('Enter');

  test('is sent again, and the figure, its list and a sentence say so', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const { figure, list, status, limits } = await firstFigure(page);
    const before = { list: await list.textContent(), end: (await limits()).end };
    await press(figure, 'B1');
    await expect.poll(() => status.innerText()).toContain('SYN,ACK');
    expect(await status.innerText()).toContain(wordsBefore('ladder.outcome.again', 'at'));
    expect(await list.textContent()).not.toBe(before.list);
    expect((await limits()).end).toBeGreaterThan(before.end);
    expect(await figure.locator('[data-lose="B1"]').getAttribute('aria-pressed')).toBe('true');
    expect(
      await figure.locator('[data-lose="B1"]').evaluate((b) => b === document.activeElement),
    ).toBe(true);
  });

  test('the last ACK is not sent again; restoring brings the first run back', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const { figure, list, status } = await firstFigure(page);
    const before = await list.textContent();
    await press(figure, 'A2');
    await expect.poll(() => status.innerText()).toContain('ACK');
    expect(await list.textContent()).not.toBe(before);
    await figure.getByRole('button', { name: t('ladder.restore') }).press('Enter');
    await expect.poll(() => status.innerText()).toContain(t('ladder.outcome.restored'));
    expect(await list.textContent()).toBe(before);
  });
});
