import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { axeProblems } from './harness/axe.ts';
import { awake, resultsIn, says } from './harness/exercises.ts';
import { test } from './harness/test.ts';
import { keep, KEY } from './harness/work.ts';

const CHAPTER = '/handshake/three-way/';
const REVIEW = '/review/';
const PHONE = { width: 390, height: 844 };

describe('the review page', () => {
  test('is empty at first, and says so; without scripts it says what it is for', async ({
    visit,
  }) => {
    const { page } = await visit(REVIEW);
    expect(await page.locator('[data-review] [role="status"]').innerText()).toBe(
      t('review.nothing'),
    );
    const { page: plain } = await visit(REVIEW, { javaScriptEnabled: false });
    expect(await plain.locator('main').innerText()).toContain(t('review.no-script'));
  });

  for (const site of ['root', 'path'] as const) {
    test(`asks again what was missed in a chapter, with its result kept: ${site}`, async ({
      visit,
    }) => {
      const { page, url } = await visit(CHAPTER, { site });
      const base = new URL(url('/')).pathname;
      let exercise = await awake(page, 'the-answer');
      await exercise.getByLabel(t('exercise.field.ack')).fill('100');
      await exercise.getByRole('checkbox', { name: 'ACK' }).check();
      await exercise.getByRole('button', { name: t('exercise.check') }).click();
      await page.reload();
      exercise = await awake(page, 'the-answer');
      expect(await says(exercise)).toContain('You missed this on');
      await exercise.getByRole('link', { name: t('exercise.to-review') }).click();

      await page.waitForURL(url(REVIEW));
      const again = await awake(page, 'the-answer');
      expect(await page.locator('[data-review] > [role="status"]').innerText()).toBe(
        t('review.due.one', { n: 1 }),
      );
      expect(await again.locator('.ex-question').innerText()).toContain('two hidden fields');
      expect(await axeProblems(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await axeProblems(page), 'narrow').toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await again.getByLabel(t('exercise.field.ack')).fill('101');
      await again.getByRole('checkbox', { name: 'SYN' }).check();
      await again.getByRole('checkbox', { name: 'ACK' }).check();
      await again.getByRole('button', { name: t('exercise.check') }).click();
      expect(await says(again)).toBe(t('exercise.outcome.all'));
      expect(await resultsIn(page, base)).toMatchObject({
        'handshake/three-way#the-answer': { right: true, box: 2 },
      });
      const later = page.locator('.rv-list');
      expect(await later.innerText()).toContain(t('review.tomorrow'));
      await page.getByRole('button', { name: t('review.next') }).click();
      expect(await page.locator('[data-review] > [role="status"]').innerText()).toBe(
        t('review.none-due'),
      );
      await later.getByRole('button', { name: t('review.forget') }).click();
      expect(await page.locator('[data-review] > [role="status"]').innerText()).toBe(
        t('review.nothing'),
      );
      expect(await resultsIn(page, base)).toEqual({});
    });
  }

  test('shows a question of a quiz, one after the other, and what there is no more', async ({
    visit,
  }) => {
    const { page, context, url } = await visit('/labs/');
    const missed = (at: string) => ({ right: false, at, box: 1, since: at });
    await keep(context, {
      [KEY('exercises')]: JSON.stringify({
        'handshake/three-way#who-finds-out': missed('2026-01-01T00:00:00Z'),
        'handshake/three-way#open-at-100': missed('2026-01-02T00:00:00Z'),
        'handshake/three-way#no-more': missed('2026-01-03T00:00:00Z'),
        'another/chapter#x': missed('2026-01-03T00:00:00Z'),
      }),
    });
    await page.goto(url(REVIEW));
    const question = await awake(page, 'who-finds-out');
    await question.locator('.option.right summary').click();
    expect(await says(question)).toBe(t('exercise.option-right', { letter: 'c' }));
    await page.getByRole('button', { name: t('review.next') }).click();
    const other = await awake(page, 'open-at-100');
    // Figures stand in the chapter.
    const figure = other.getByRole('link', { name: 'Figure A' });
    expect(await figure.evaluate((link) => (link as HTMLAnchorElement).href)).toBe(
      url(`${CHAPTER}#fig-a`),
    );
    await page.getByRole('button', { name: t('review.next') }).click();
    await page.locator('.rv-now').getByText(t('review.gone.exercise')).waitFor();
    await page
      .locator('.rv-now')
      .getByRole('button', { name: t('review.forget') })
      .click();
    await page.getByText(t('review.gone'), { exact: true }).waitFor();
    expect(await page.locator('.rv-list').last().innerText()).toContain('another/chapter');
    expect(await axeProblems(page)).toEqual([]);
  });

  test('says what is wrong where the chapter cannot be fetched, and tries again', async ({
    visit,
  }) => {
    const { page, context, url } = await visit('/labs/', { expected: /three-way|ERR_INTERNET/ });
    await keep(context, {
      [KEY('exercises')]: JSON.stringify({
        'handshake/three-way#who-finds-out': {
          right: false,
          at: '2026-01-01T00:00:00Z',
          box: 1,
          since: '2026-01-01T00:00:00Z',
        },
      }),
    });
    await page.route(`**${CHAPTER}`, (route) => route.abort('internetdisconnected'));
    await page.goto(url(REVIEW));
    await page.getByText('could not be fetched').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.unroute(`**${CHAPTER}`);
    await page.getByRole('button', { name: t('review.try-again') }).click();
    await awake(page, 'who-finds-out');
  });
});
