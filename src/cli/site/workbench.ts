import type { Locator, Page } from 'playwright-core';

import { t } from '#text/en.ts';

/** How long a cold editor may take to arrive and stand, ms. */
const OPENING = 45_000;

/** A lab's workbench in a page, driven as a learner drives it: by keyboard, by name, by role. */
export interface Workbench {
  readonly root: Locator;
  /** The element that holds the caret while one types. */
  readonly editor: Locator;
  readonly runButton: Locator;
  /** What came of the last run. */
  readonly results: Locator;
  /** Replaces the whole text of the editor. */
  write(code: string): Promise<void>;
  /** Runs with Ctrl+Enter and waits for the verdict. Returns what a screen reader is told. */
  run(timeout?: number): Promise<string>;
}

/** Opens the lab of a page and waits until it is ready to run; of several labs the one at `lab`. */
export async function openWorkbench(page: Page, lab = 'lab-bench'): Promise<Workbench> {
  await page
    .locator(lab)
    .getByRole('button', { name: t('lab.open') })
    .click();
  return readyWorkbench(page, lab);
}

/** The workbench that is being opened in a page, once it is ready to run. */
export async function readyWorkbench(page: Page, lab = 'lab-bench'): Promise<Workbench> {
  const root = page.locator(lab);
  const editor = root.getByRole('textbox', { name: t('workbench.editor.label', { file: '' }) });
  const runButton = root.locator('button.wb-run');
  await root.locator('button.wb-run[aria-disabled=false]').waitFor({ timeout: OPENING });
  const said = root.locator('p[role=status].sr-only');
  return {
    root,
    editor,
    runButton,
    results: root.getByRole('region', { name: t('workbench.pane.results') }),
    async write(code) {
      await editor.focus();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(code);
    },
    async run(timeout = 30_000) {
      const before = await verdicts(page);
      await page.keyboard.press('ControlOrMeta+Enter');
      const end = Date.now() + timeout;
      while ((await verdicts(page)).length === before.length) {
        if (Date.now() > end) throw new Error(`No verdict after ${timeout} ms.`);
        await page.waitForTimeout(10);
      }
      return said.innerText();
    },
  };
}

/** How long each verdict so far took, from the key to the shown result, ms. */
export async function verdicts(page: Page): Promise<readonly number[]> {
  return page.evaluate(() =>
    performance.getEntriesByName('bench:run').map(({ duration }) => duration),
  );
}
