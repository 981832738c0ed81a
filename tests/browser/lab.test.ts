import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { course } from '../../course.config.ts';
import { openWorkbench } from '../../src/cli/site/workbench.ts';
import { answer, choose } from './harness/bench.ts';
import { editorRequests, plank, solution, starter } from './harness/lab.ts';
import { test } from './harness/test.ts';
import { wordsBefore } from './harness/words.ts';

const LAB = '/labs/listen/';
const CHAPTER = '/handshake/three-way/';
/** The number of its plank. */
const NUMBER = course.labs.indexOf('listen') + 1;

/** The longest time for which the page did not answer, ms; counts from the call. */
async function watchHeartbeat(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let last = performance.now();
    let longest = 0;
    setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      document.documentElement.dataset['longest'] = String(longest);
    }, 10);
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset['longest']));
}

describe('verdicts', () => {
  test('the starter fails, and the first failure is shown as two ladders', async ({ visit }) => {
    const { page, watched } = await visit(LAB);
    const bench = await openWorkbench(page);
    expect(editorRequests(watched.requests).length).toBeGreaterThan(0);
    expect(await bench.run()).toContain(t('workbench.verdict.wrong'));
    expect(
      await bench.results.getByRole('img', { name: t('workbench.ladder.theirs') }).count(),
    ).toBe(1);
    expect(
      await bench.results.getByRole('img', { name: t('workbench.ladder.reference') }).count(),
    ).toBe(1);
  });

  test('the solution passes in the chapter, and the plank is laid for good', async ({ visit }) => {
    const { page, url } = await visit(CHAPTER);
    const bench = await openWorkbench(page, '#lab-listen');
    await bench.write(solution);
    expect(await bench.run()).toContain(t('workbench.verdict.passed'));
    await bench.results.getByText(t('workbench.laid', { number: NUMBER })).waitFor();
    await page.goto(url('/'));
    await page.locator('.ship .plank[data-lab="listen"][data-plank="laid"]').waitFor();
  });

  test('an endless loop is stopped and named, and the page stays awake', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.write(plank('  while (seg.ctl.syn) act.isn();'));
    const longest = await watchHeartbeat(page);
    expect(await bench.run()).toContain(t('workbench.verdict.did not return'));
    expect(await longest()).toBeLessThan(400);
    await bench.write(solution);
    expect(await bench.run()).toContain(t('workbench.verdict.passed'));
  });

  test('what is thrown is shown with its message', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.write(plank("  throw new Error('no door here');"));
    expect(await bench.run()).toContain(t('workbench.verdict.threw'));
    expect(await bench.results.innerText()).toContain('no door here');
  });

  test('nonsense is called nonsense', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.write(plank('  act.send({ syn: true }, { seq: NaN });'));
    expect(await bench.run()).toContain(t('workbench.verdict.returned nonsense'));
  });

  test('console output is shown', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.write(plank("  console.log('who is there?', seg.seq);\n  act.drop('nobody');"));
    await bench.run();
    expect(await bench.results.innerText()).toContain('who is there?');
  });
});

describe('code that does not compile', () => {
  const cases = {
    'a syntax error': { code: 'const = 5;\n', words: 'declaration expected' },
    'a type error': { code: plank("  act.become('SYN-RCVD');"), words: 'SYN-RCVD' },
  };
  for (const [name, { code, words }] of Object.entries(cases)) {
    test(`${name} stops the run and leads to its line`, async ({ visit }) => {
      const { page } = await visit(LAB);
      const bench = await openWorkbench(page);
      await bench.write(code);
      await bench.run();
      const problem = bench.results.getByRole('button').filter({ hasText: words });
      expect(await problem.count()).toBeGreaterThan(0);
      await problem.first().press('Enter');
      await expect
        .poll(() => bench.editor.evaluate((e) => e === document.activeElement))
        .toBe(true);
      await bench.write(starter);
      expect(await bench.run()).toContain(t('workbench.verdict.wrong'));
    });
  }
});

describe('what is kept', () => {
  test('a draft survives a reload; a fresh start and a reset can be undone', async ({ visit }) => {
    const { page } = await visit(LAB);
    const first = await openWorkbench(page);
    await first.write(solution);
    await page.reload();
    const bench = await openWorkbench(page);
    await bench.root.getByText(wordsBefore('workbench.draft.restored', 'time')).waitFor();
    await answer(bench, t('workbench.draft.afresh'));
    await bench.editor.focus();
    expect(await bench.run()).toContain(t('workbench.verdict.wrong'));
    await answer(bench, t('workbench.undo'));
    await bench.editor.focus();
    expect(await bench.run()).toContain(t('workbench.verdict.passed'));
    await choose(bench, t('workbench.reset'));
    await bench.editor.focus();
    expect(await bench.run()).toContain(t('workbench.verdict.wrong'));
    await answer(bench, t('workbench.undo'));
    await bench.editor.focus();
    expect(await bench.run()).toContain(t('workbench.verdict.passed'));
  });

  test('nothing runs by itself, not even a draft that loops', async ({ visit }) => {
    const { page } = await visit(LAB);
    const first = await openWorkbench(page);
    await first.write(`${plank('  act.drop();')}\nwhile (true) {}\n`);
    await page.reload();
    const bench = await openWorkbench(page);
    await page.waitForTimeout(500);
    expect(await bench.results.getByText(t('workbench.idle')).count()).toBe(1);
  });
});

test('hints are given one by one', async ({ visit }) => {
  const { page } = await visit(LAB);
  const bench = await openWorkbench(page);
  expect(await bench.root.locator('.wb-hint').count()).toBe(0);
  await bench.root.getByRole('button', { name: t('workbench.hints.first') }).click();
  expect(await bench.root.locator('.wb-hint').count()).toBe(1);
  await bench.root.getByRole('button', { name: t('workbench.hints.next') }).click();
  expect(await bench.root.locator('.wb-hint').count()).toBe(2);
});

test('the lab can be solved with the keyboard alone', async ({ visit }) => {
  const { page } = await visit(LAB);
  const open = page.getByRole('button', { name: t('lab.open') });
  for (let n = 0; n < 60 && !(await open.evaluate((b) => b === document.activeElement)); n += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  const run = page.locator('button.wb-run[aria-disabled=false]');
  await run.waitFor({ timeout: 45_000 });
  // The caret is in the editor: the learner writes at once.
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(solution);
  // Escape closes what the editor may offer, and then lets Tab out; Run lies behind the caret.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Tab');
  for (let n = 0; n < 20 && !(await run.evaluate((b) => b === document.activeElement)); n += 1) {
    await page.keyboard.press('Shift+Tab');
  }
  expect(await run.evaluate((b) => b === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByText(t('workbench.laid', { number: NUMBER })).waitFor();
});
