import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { openWorkbench, type Workbench } from '../../src/cli/site/workbench.ts';
import { answer, choose, tabTo } from './harness/bench.ts';
import { plank, solution, starter } from './harness/lab.ts';
import { test } from './harness/test.ts';

const LAB = '/labs/listen/';

/** The code as the learner has it, whichever editor shows it: read from what is kept. */
async function kept(bench: Workbench): Promise<string | null> {
  await bench.root.page().waitForTimeout(600);
  return bench.root.page().evaluate(() => {
    const name = Object.keys(localStorage).find((key) => key.includes(':draft:listen:'));
    const text = name === undefined ? null : localStorage.getItem(name);
    return text === null ? null : (JSON.parse(text) as { code: string }).code;
  });
}

describe('code that another takes the place of', () => {
  test('comes back after a reset, and lies in the history', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.write(plank("  act.drop('mine');"));
    const mine = await kept(bench);
    await choose(bench, t('workbench.reset'));
    expect(await kept(bench)).toBeNull();
    await answer(bench, t('workbench.undo'));
    expect(await kept(bench)).toBe(mine);
    expect(mine).toContain("drop('mine')");
    await choose(bench, t('workbench.reset'));
    await page.reload();
    const again = await openWorkbench(page);
    await choose(again, t('workbench.history'));
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.locator('button').count()).toBeGreaterThan(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('returns to what passed last', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await page.getByRole('button', { name: t('workbench.more'), exact: true }).click();
    const green = page.getByRole('menuitem', { name: t('workbench.green') });
    expect(await green.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Escape');
    await bench.write(solution);
    expect(await bench.run()).toContain(t('workbench.verdict.passed'));
    await bench.write(starter);
    expect(await bench.run()).toContain(t('workbench.verdict.wrong'));
    await choose(bench, t('workbench.green'));
    await bench.editor.focus();
    expect(await bench.run()).toContain(t('workbench.verdict.passed'));
  });
});

describe('the solution', () => {
  test('is shown behind a deliberate click, and can be put into the editor and out again', async ({
    visit,
  }) => {
    const { page, watched } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.write(plank("  act.drop('mine');"));
    const mine = await kept(bench);
    await choose(bench, t('workbench.solution.compare'));
    const dialog = page.getByRole('dialog', { name: t('workbench.solution') });
    await dialog.getByRole('button', { name: t('workbench.solution.not-yet') }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(watched.requests.filter((url) => /solution/.test(url))).toEqual([]);
    await choose(bench, t('workbench.solution.compare'));
    await dialog.getByRole('button', { name: t('workbench.solution.show') }).click();
    await page.getByRole('button', { name: t('workbench.solution.take') }).click();
    expect(await kept(bench)).toBe(solution);
    await answer(bench, t('workbench.undo'));
    expect(await kept(bench)).toBe(mine);
  });
});

test('hints that were asked for are there on the next visit', async ({ visit }) => {
  const { page } = await visit(LAB);
  const first = await openWorkbench(page);
  await first.root.getByRole('button', { name: t('workbench.hints.first') }).press('Enter');
  await first.root.getByRole('button', { name: t('workbench.hints.next') }).press('Enter');
  const hint = first.root.locator('.wb-hint').last();
  expect(await hint.evaluate((node) => node === document.activeElement)).toBe(true);
  await page.reload();
  const bench = await openWorkbench(page);
  expect(await bench.root.locator('.wb-hint').count()).toBe(2);
});

describe('with the keyboard alone', () => {
  test('the menu is opened, gone through and left', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await page.keyboard.press('Escape');
    const more = bench.root.getByRole('button', { name: t('workbench.more'), exact: true });
    await tabTo(page, more, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitem');
    await page.keyboard.press('End');
    expect(await focused()).toContain(t('workbench.keys'));
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain(t('workbench.green'));
    await page.keyboard.press('h');
    expect(await focused()).toContain(t('workbench.history'));
    await page.keyboard.press('Escape');
    expect(await more.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await page.getByRole('menu').count()).toBe(0);
  });

  test('a plank fails, its failure is read, and the case is run again', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    expect(await bench.run()).toContain(t('workbench.verdict.wrong'));
    const again = bench.results.getByRole('button', { name: t('workbench.case.run') }).first();
    await page.keyboard.press('Escape');
    await tabTo(page, again);
    const before = await bench.results.locator('.wb-case.bad').count();
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => performance.getEntriesByName('bench:run').length === 2,
      undefined,
      { timeout: 30_000 },
    );
    expect(await bench.results.locator('.wb-case.bad').count()).toBe(before);
  });
});

test('one case that passes lays no plank', async ({ visit }) => {
  const { page } = await visit(LAB);
  const bench = await openWorkbench(page);
  await bench.write(plank('  while (seg.ctl.syn) act.isn();'));
  await bench.run();
  await bench.write(solution);
  await bench.results
    .getByRole('button', { name: t('workbench.case.run') })
    .first()
    .click();
  await page.waitForFunction(() => performance.getEntriesByName('bench:run').length === 2);
  expect(await bench.root.locator('.wb-plank.laid').count()).toBe(0);
});

test('a text of twenty thousand lines is pasted, kept and judged', async ({ visit }) => {
  const { page } = await visit(LAB, { permissions: ['clipboard-read', 'clipboard-write'] });
  const bench = await openWorkbench(page);
  const ballast = Array.from({ length: 20_000 }, (_, i) => `// line ${i}`).join('\n');
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${solution}\n${ballast}\n`);
  await bench.editor.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
  await expect.poll(() => kept(bench), { timeout: 15_000 }).toContain('// line 19999');
  // What has no room in sight is not drawn: else the page would stand still for minutes.
  expect(await bench.root.locator('.view-line').count()).toBeLessThan(200);
  expect(await bench.run()).toContain(t('workbench.verdict.passed'));
});
