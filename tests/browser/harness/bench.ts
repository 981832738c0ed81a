import type { Locator, Page } from 'playwright-core';

import { t } from '#text/en.ts';

import type { Workbench } from '../../../src/cli/site/workbench.ts';

/** Chooses an entry of the workbench's menu. */
export async function choose({ root }: Workbench, label: string): Promise<void> {
  await root.getByRole('button', { name: t('workbench.more'), exact: true }).click();
  await root.getByRole('menuitem', { name: label }).click();
}

/** Presses a button of the notices over the panes. */
export async function answer({ root }: Workbench, label: string): Promise<void> {
  await root.locator('.wb-over').getByRole('button', { name: label }).first().click();
}

/** Turns the right pane to the learner's script. */
export async function openScript({ root }: Workbench): Promise<Locator> {
  await root.locator('.wb-switch.wide').getByRole('button').nth(1).click();
  const box = root.getByRole('textbox', { name: t('workbench.script.label') });
  await box.waitFor();
  return box;
}

/** Runs the script that is shown, and waits until what came of it is said. */
export async function runScript({ root, runButton }: Workbench): Promise<string> {
  const page = root.page();
  const plays = () => page.evaluate(() => performance.getEntriesByName('bench:played').length);
  const before = await plays();
  await runButton.click();
  await page.waitForFunction(
    (count) => performance.getEntriesByName('bench:played').length > count,
    before,
    { timeout: 30_000 },
  );
  const said = root.locator('.wb-scratch > p[aria-live]').filter({ hasText: /./ });
  await said.waitFor({ state: 'attached' });
  return said.innerText();
}

/** Has anything been compiled or run since the page was opened? */
export async function hasRun(page: Page): Promise<boolean> {
  return page.evaluate(() => performance.getEntriesByName('bench:pressed').length > 0);
}

/** Presses Tab, or Shift+Tab, until the focus is where it is wanted. */
export async function tabTo(page: Page, target: Locator, key = 'Tab', most = 80): Promise<void> {
  const isThere = () => target.evaluate((node) => node === document.activeElement);
  for (let n = 0; n < most; n += 1) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${target.toString()}.`);
}
