import type { CDPSession, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { readyWorkbench } from '../../src/cli/site/workbench.ts';
import { isInside, LAB, openLight, textOf } from './harness/editors.ts';
import { test } from './harness/test.ts';

describe('Tab', () => {
  for (const kind of ['light', 'full'] as const) {
    test(`never traps in the ${kind} editor`, async ({ visit }) => {
      const { page } = await visit(LAB);
      const name = t(kind === 'light' ? 'lab.open.light' : 'lab.open');
      await page.getByRole('button', { name }).click();
      const bench = await readyWorkbench(page);
      await bench.write('');
      await page.keyboard.press('Tab');
      expect(await isInside(bench), 'Tab indents').toBe(true);
      await page.keyboard.press('Escape');
      await bench.root.getByText(t('workbench.tab.leaves')).waitFor();
      await page.keyboard.press('Tab');
      expect(await isInside(bench), 'Escape, then Tab leaves').toBe(false);
      await bench.editor.focus();
      await page.keyboard.press('Escape');
      await page.keyboard.type('x');
      await page.keyboard.press('Tab');
      expect(await isInside(bench), 'only the next Tab').toBe(true);
      await page.keyboard.press('Control+M');
      await page.keyboard.type('y');
      await page.keyboard.press('Tab');
      expect(await isInside(bench), 'Ctrl+M, then every Tab leaves').toBe(false);
    });
  }
});

test('proposals that are open in the full editor close when it runs, and Tab leaves', async ({
  visit,
}) => {
  const { page } = await visit(LAB);
  await page.getByRole('button', { name: t('lab.open'), exact: true }).click();
  const bench = await readyWorkbench(page);
  await bench.write('');
  await page.keyboard.type('Math.ab');
  const proposals = page.locator('.suggest-widget.visible');
  await proposals.waitFor();
  expect(await bench.run()).not.toBe('');
  expect(await proposals.count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await isInside(bench), 'Escape, then Tab leaves').toBe(false);
});

test('Vim keys can be had in the light editor, and Tab leaves its normal mode', async ({
  visit,
}) => {
  const { page, bench, watched } = await openLight(visit);
  expect(watched.requests.filter((url) => /\/vim[.-]/.test(url))).toEqual([]);
  await bench.write('one\ntwo\n');
  const box = bench.root.getByRole('checkbox', { name: t('workbench.vim') });
  await box.check();
  await bench.root.locator('.cm-vimMode').waitFor();
  await bench.editor.focus();
  await page.keyboard.type('ggdd');
  expect(await textOf(bench)).toBe('two\n');
  await page.keyboard.type('ix');
  await page.keyboard.press('Tab');
  expect(await isInside(bench), 'Tab indents in insert mode').toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await isInside(bench), 'Escape, then Tab leaves').toBe(false);
  await bench.editor.focus();
  await page.keyboard.type('ll');
  await page.keyboard.press('Tab');
  expect(await isInside(bench), 'Tab leaves normal mode').toBe(false);
  await box.uncheck();
  await bench.root.locator('.cm-vimMode').waitFor({ state: 'detached' });
  await bench.write('plain');
  expect(await textOf(bench)).toBe('plain');
});

describe('input methods', () => {
  for (const kind of ['light', 'full'] as const) {
    test(`Chinese can be composed in the ${kind} editor`, async ({ visit }) => {
      const { page } = await visit(LAB);
      const name = t(kind === 'light' ? 'lab.open.light' : 'lab.open');
      await page.getByRole('button', { name }).click();
      const bench = await readyWorkbench(page);
      await bench.write('// ');
      const cdp = await page.context().newCDPSession(page);
      await compose(cdp, page, ['n', 'ni', 'ni h', 'ni hao', '你好']);
      await page.keyboard.type(' TCP');
      await bench.root.getByText('// 你好 TCP').first().waitFor();
    });
  }
});

/** Composes as an input method does: what is typed first is replaced again and again. */
async function compose(cdp: CDPSession, page: Page, steps: readonly string[]): Promise<void> {
  for (const text of steps) {
    await cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    // Longer than the pause after which the light editor looks for errors.
    await page.waitForTimeout(250);
  }
  await cdp.send('Input.insertText', { text: steps.at(-1) ?? '' });
}
