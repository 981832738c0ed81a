import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { axeProblems } from './harness/axe.ts';
import { test } from './harness/test.ts';

const HOME = '/';
const PHONE = { viewport: { width: 390, height: 844 } };

/** The diagram of the home page, awake, with its parts. */
async function diagram(page: Page) {
  const figure = page.locator('#state-diagram');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('tcp-states[data-ready]').waitFor();
  return {
    figure,
    drawing: figure.locator('.states-drawings svg').locator('visible=true'),
    said: figure.locator('.picked-said'),
    ways: figure.locator('.picked-ways'),
    ride: figure.locator('.states-ride'),
    focused: () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''),
  };
}

const name = (from: string, to: string) =>
  t('states.js.edge', { from, to, event: t(`states.event.${from} ${to}`) });

describe('the state diagram by keyboard', () => {
  test('arrow keys walk along edges; the picked edge is told', async ({ visit }) => {
    const { page } = await visit(HOME);
    const { drawing, said, focused } = await diagram(page);
    await drawing.locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe(name('CLOSED', 'SYN-SENT'));
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(name('CLOSED', 'LISTEN'));
    expect(await said.innerText()).toContain('OPEN, passive: create TCB');
    expect(await said.locator('.rule > a').getAttribute('href')).toContain('#section-3.10.1');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe(t('states.js.state', { state: 'LISTEN' }));
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe(name('CLOSED', 'LISTEN'));
  });

  test('Enter on an edge shows a ladder that takes it, and where its hosts are', async ({
    visit,
  }) => {
    const { page } = await visit(HOME);
    const { figure, drawing, ride } = await diagram(page);
    await drawing.locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await ride.getByRole('img').waitFor();
    expect(await ride.getByRole('img').locator('title').textContent()).toBe(
      t('states.ride', { from: 'CLOSED', to: 'SYN-SENT' }),
    );
    expect(await drawing.locator('.edge.taken').getAttribute('data-edge')).toBe('CLOSED SYN-SENT');
    expect(await figure.locator('.states-where dd > b').allInnerTexts()).toEqual([
      'SYN-SENT',
      'LISTEN',
    ]);
    await ride.getByRole('slider').press('End');
    expect(await figure.locator('.states-where dd > b').allInnerTexts()).toEqual([
      'ESTABLISHED',
      'ESTABLISHED',
    ]);
    await ride.getByRole('button', { name: t('states.ride.close') }).press('Enter');
    expect(await ride.isVisible()).toBe(false);
    expect(await drawing.locator('.taken').count()).toBe(0);
  });
});

describe('what Figure 5 leaves out', () => {
  test('can be switched on, and its ladder plays', async ({ visit }) => {
    const { page } = await visit(HOME);
    const { figure, drawing, said, ride } = await diagram(page);
    const edge = drawing.locator('.edge[data-edge="TIME-WAIT CLOSED RST"]');
    expect(await edge.isVisible()).toBe(false);
    await figure.getByLabel(t('states.switch.rst')).check();
    expect(await edge.isVisible()).toBe(true);
    await edge.locator('text').click();
    expect(await said.innerText()).toContain('RFC 1337');
    await figure.getByRole('button', { name: t('states.ride.show') }).click();
    await ride.getByRole('img').waitFor();
    expect(await drawing.locator('.edge.taken[data-edge="TIME-WAIT CLOSED RST"]').count()).toBe(1);
  });

  test('needs no script', async ({ visit }) => {
    const { page } = await visit(HOME, { javaScriptEnabled: false });
    const figure = page.locator('#state-diagram');
    const edge = figure.locator('.wide .edge[data-edge="FIN-WAIT-1 TIME-WAIT"]');
    expect(await edge.isVisible()).toBe(false);
    await figure.getByLabel(t('states.switch.note2')).check();
    expect(await edge.isVisible()).toBe(true);
    // The table stands open, with every rule linked.
    expect(await figure.getByRole('row').count()).toBeGreaterThan(50);
    expect(await figure.locator('td .rule a').first().isVisible()).toBe(true);
    expect(await figure.getByRole('img').locator('visible=true').count()).toBe(1);
  });
});

describe('beside a ladder', () => {
  test('it shows where the caret stands, follows it, and sends it along an edge', async ({
    visit,
  }) => {
    const { page } = await visit('/gallery/states/', { site: 'path' });
    const figure = page.locator('#states-led-w');
    await figure.scrollIntoViewIfNeeded();
    const where = figure.locator('.states-where dd > b');
    await where.first().waitFor();
    // The ladder of the gallery begins at 340 ms.
    expect(await where.allInnerTexts()).toEqual(['FIN-WAIT-1', 'ESTABLISHED']);
    await page.locator('#led-w').getByRole('slider').press('ArrowRight');
    await expect.poll(() => where.allInnerTexts()).toEqual(['FIN-WAIT-1', 'CLOSE-WAIT']);
    const drawing = figure.locator('.states-drawings svg').locator('visible=true');
    await drawing.locator('.words[data-edge="LISTEN SYN-RECEIVED"] .event').click();
    await figure.getByRole('button', { name: t('states.seek') }).click();
    await expect.poll(() => where.allInnerTexts()).toEqual(['SYN-SENT', 'SYN-RECEIVED']);
    const taken = await drawing
      .locator('.edge.taken')
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute('data-edge'), one.getAttribute('data-by')]),
      );
    expect(taken).toEqual([
      ['CLOSED SYN-SENT', 'filled'],
      ['LISTEN SYN-RECEIVED', 'open'],
    ]);
  });
});

describe('on a phone', () => {
  test('the lines bear the numbers of the table, and a tap tells the edge', async ({ visit }) => {
    const { page } = await visit(HOME, PHONE);
    const { figure, drawing, said, ways } = await diagram(page);
    await drawing.locator('.words[data-edge="LISTEN SYN-RECEIVED"] .number').click();
    expect(await said.innerText()).toContain('SYN arrives: send SYN,ACK');
    expect(
      await drawing.locator('.words[data-edge="LISTEN SYN-RECEIVED"] .number').innerHTML(),
    ).toBe(await figure.locator('tr[data-edge="LISTEN SYN-RECEIVED"] .n').innerHTML());
    await drawing.locator('.node[data-state="SYN-SENT"]').first().click();
    await ways.getByRole('button', { name: 'SYN,ACK arrives: send ACK' }).click();
    expect(await said.innerText()).toContain('ESTABLISHED');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
  });
});

describe('axe finds nothing', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const options of [{}, PHONE]) {
      const size = 'viewport' in options ? 'phone' : 'desk';
      test(`${colorScheme}, ${size}, with all of it shown, and an edge’s ladder`, async ({
        visit,
      }) => {
        const { page } = await visit(HOME, { ...options, colorScheme });
        const { figure, drawing, ride } = await diagram(page);
        for (const box of await figure.getByRole('checkbox').all()) await box.check();
        await page.evaluate(() => {
          for (const one of document.querySelectorAll<SVGElement>('#state-diagram [data-lab]')) {
            one.dataset['plank'] = 'laid';
          }
        });
        await figure.locator('.states-text > summary').click();
        await drawing.locator('[tabindex="0"]').focus();
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Enter');
        await ride.getByRole('img').waitFor();
        expect(await axeProblems(page)).toEqual([]);
      });
    }
  }
});
