import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { course } from '../../course.config.ts';
import { axeProblems } from './harness/axe.ts';
import { awake, resultsIn, says } from './harness/exercises.ts';
import { test } from './harness/test.ts';

const CHAPTER = '/handshake/three-way/';
const PHONE = { width: 390, height: 844 };

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('name') ?? document.activeElement?.tagName,
  );

describe('by keyboard', () => {
  test('fields are filled in, a slip is named, and the first wrong one has the focus', async ({
    visit,
  }) => {
    const { page } = await visit(CHAPTER);
    const exercise = await awake(page, 'the-answer');
    await exercise.getByLabel(t('exercise.field.ack')).focus();
    await press(page, 'Enter');
    expect(await says(exercise)).toBe(t('exercise.fill-in'));
    expect(await focused(page)).toBe('ack');
    expect(await resultsIn(page)).toEqual({});

    await page.keyboard.type('100');
    await press(page, 'Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Space', 'Enter');
    expect(await says(exercise)).toBe(t('exercise.outcome.some', { right: 1, of: 2 }));
    expect(await focused(page)).toBe('ack');
    const ack = exercise.locator('[data-field="ack"] .ex-says');
    expect(await ack.innerText()).toContain(t('exercise.slip.ack.arrived'));
    expect(await ack.getByRole('link').getAttribute('href')).toContain('rfc9293.html#section-3.4');
    expect(await axeProblems(page)).toEqual([]);

    await press(page, 'ControlOrMeta+a');
    await page.keyboard.type('101');
    await press(page, 'Enter');
    expect(await says(exercise)).toBe(t('exercise.outcome.all'));
    expect(await resultsIn(page)).toMatchObject({
      'handshake/three-way#the-answer': { right: true, box: 2 },
    });

    await exercise.getByRole('button', { name: t('exercise.try-again') }).press('Enter');
    expect(await exercise.getByLabel(t('exercise.field.ack')).inputValue()).toBe('');
    expect(await exercise.locator('.ex-fields .ex-says').allInnerTexts()).toEqual(['', '']);
  });

  test('segments are moved, each by its buttons or by arrow keys', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const exercise = await awake(page, 'after-the-old-syn');
    const places = () =>
      exercise
        .locator('.ex-order > li')
        .evaluateAll((items) =>
          items.map((item) => Number((item as HTMLElement).dataset['right'])),
        );
    expect(await places()).not.toEqual([0, 1, 2, 3]);
    for (const n of [0, 1, 2, 3]) {
      const item = exercise.locator(`.ex-order > li[data-right="${n}"]`);
      await item.getByRole('button').first().focus();
      while ((await places()).indexOf(n) > n) {
        await press(page, n % 2 === 0 ? 'Enter' : 'ArrowUp');
        expect(await item.evaluate((li) => li.contains(document.activeElement))).toBe(true);
        const place = (await places()).indexOf(n) + 1;
        expect(await says(exercise)).toBe(t('exercise.place', { n: place, of: 4 }));
      }
    }
    await exercise.getByRole('button', { name: t('exercise.check') }).press('Enter');
    expect(await says(exercise)).toBe(t('exercise.outcome.all'));
    expect(await exercise.locator('.ex-says.right').count()).toBe(4);
  });

  test('a state is chosen, and a number is worked out', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const state = await awake(page, 'half-a-second-later');
    await state.getByRole('radio').first().focus();
    await press(page, 'Space', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    expect(await says(state)).toBe(t('exercise.outcome.none-one'));
    expect(await state.locator('.ex-states .ex-says').innerText()).toContain(
      t('exercise.state.later', { host: 'B', state: 'ESTABLISHED', time: '1.12 s' }),
    );
    await press(page, 'ArrowUp', 'Enter');
    expect(await says(state)).toBe(t('exercise.outcome.all-one'));

    const number = await awake(page, 'two-lost');
    await number.getByRole('textbox').focus();
    for (const [text, words] of [
      ['many', t('exercise.no-number')],
      ['2120', 'The second wait is twice the first'],
      ['9', t('exercise.more')],
      ['3.12', t('exercise.unit.s')],
      ['3 120 ms', t('exercise.right')],
    ] as const) {
      await press(page, 'ControlOrMeta+a');
      await page.keyboard.type(text);
      await press(page, 'Enter');
      expect(await number.innerText()).toContain(words);
    }
  });

  test('an option is unfolded; the first one is the answer', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const question = await awake(page, 'who-finds-out');
    const options = question.locator('.option');
    await options.nth(0).locator('summary').focus();
    await press(page, 'Enter');
    expect(await says(question)).toBe(t('exercise.option-wrong', { letter: 'a' }));
    await press(page, 'Tab', 'Tab', 'Enter');
    expect(await says(question)).toBe(t('exercise.option-right', { letter: 'c' }));
    const key = 'handshake/three-way#who-finds-out';
    expect(await resultsIn(page)).toMatchObject({ [key]: { right: false, box: 1 } });
    expect(await axeProblems(page)).toEqual([]);

    await question.getByRole('button', { name: t('exercise.try-again') }).press('Enter');
    expect(await question.locator('.option[open]').count()).toBe(0);
    await press(page, 'Tab', 'Tab', 'Space');
    expect(await resultsIn(page)).toMatchObject({ [key]: { right: true, box: 2 } });
  });
});

/** Fills in what is right, as the page itself has it, and checks. In the page. */
function answerRightly(exercise: Element): void {
  exercise.querySelector<HTMLElement>('.option.right > summary')?.click();
  for (const input of exercise.querySelectorAll('input')) {
    const { right = '' } = input.dataset;
    if (input.type === 'text') input.value = right;
    else input.checked = right === 'true';
  }
  const place = (item: Element) => Number((item as HTMLElement).dataset['right']);
  const list = exercise.querySelector('.ex-order');
  list?.append(...[...list.children].sort((a, b) => place(a) - place(b)));
  exercise.querySelector('form')?.requestSubmit();
}

describe('every exercise', () => {
  for (const chapter of course.chapters) {
    test(`of ${chapter} is right with its right answer, and fits into 320 px`, async ({
      visit,
    }) => {
      const { page } = await visit(`/${chapter}/`, { viewport: { width: 320, height: 700 } });
      const ids = await page
        .locator('tcp-exercise')
        .evaluateAll((all) => all.map(({ id }) => id.replace('exercise-', '')));
      expect(ids.length).toBeGreaterThanOrEqual(10);
      for (const id of ids) {
        const exercise = await awake(page, id);
        await exercise.evaluate(answerRightly);
        expect(await exercise.evaluate((one) => one.scrollWidth - one.clientWidth), id).toBe(0);
      }
      const results = await resultsIn(page);
      const expected = ids.map((id) => [`${chapter}#${id}`, true] as const);
      expect(Object.entries(results).map(([key, { right }]) => [key, right])).toEqual(expected);
    });
  }
});

test('a segment is dragged by its grip', async ({ visit }) => {
  const { page } = await visit(CHAPTER, { viewport: PHONE });
  const exercise = await awake(page, 'after-the-old-syn');
  const items = exercise.locator('.ex-order > li');
  const [first, last] = [await items.first().innerText(), await items.last().innerText()];
  const from = await items.first().locator('.ex-grip').boundingBox();
  const to = await items.last().boundingBox();
  if (!from || !to) throw new Error('The list is not shown.');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, to.y + to.height + 4, { steps: 12 });
  await page.mouse.up();
  expect(await items.last().innerText()).toBe(first);
  expect(await items.nth(2).innerText()).toBe(last);
});

test('without JavaScript there are the question and its folded answer', async ({ visit }) => {
  const { page } = await visit(CHAPTER, { javaScriptEnabled: false });
  for (const [id, answer] of [
    ['the-answer', '101'],
    ['after-the-old-syn', '160 ms'],
    ['half-a-second-later', 'SYN-RECEIVED'],
    ['two-lost', '3120'],
  ] as const) {
    const exercise = page.locator(`#exercise-${id}`);
    expect(await exercise.locator('.ex-question').isVisible()).toBe(true);
    expect(await exercise.getByRole('button').count(), id).toBe(0);
    expect(await exercise.getByRole('textbox').count(), id).toBe(0);
    const right = exercise.locator('.ex-answer .ex-right');
    expect(await right.isVisible()).toBe(false);
    await exercise.getByText(t('exercise.answer')).click();
    expect(await right.innerText()).toContain(answer);
  }
  const option = page.locator('#exercise-who-finds-out .option').nth(2);
  await option.locator('summary').click();
  expect(await option.locator('.why').innerText()).toContain(t('exercise.right'));
});

test('on paper an exercise has its question and its blanks, and no buttons', async ({ visit }) => {
  const { page } = await visit(CHAPTER, { viewport: { width: 794, height: 1100 } });
  const exercise = await awake(page, 'the-answer');
  await page.emulateMedia({ media: 'print' });
  expect(await exercise.locator('.ex-question').isVisible()).toBe(true);
  expect(await exercise.locator('input[name="ack"]').isVisible()).toBe(true);
  expect(await exercise.getByRole('button').count()).toBe(0);
});

test('looking at the answer first counts as missed; later it does not', async ({ visit }) => {
  const { page } = await visit(CHAPTER);
  const exercise = await awake(page, 'two-lost');
  const key = 'handshake/three-way#two-lost';
  await exercise.getByText(t('exercise.answer')).click();
  expect(await resultsIn(page)).toMatchObject({ [key]: { right: false, box: 1 } });
  await exercise.getByRole('textbox').fill('3120');
  await exercise.getByRole('button', { name: t('exercise.check') }).click();
  expect(await resultsIn(page)).toMatchObject({ [key]: { right: true, box: 2 } });
  await exercise.getByText(t('exercise.answer')).click();
  await exercise.getByText(t('exercise.answer')).click();
  expect(await resultsIn(page)).toMatchObject({ [key]: { right: true, box: 2 } });
});
